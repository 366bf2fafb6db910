"""The operations between two states of one column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.plan.columns import (
    AddIdentity,
    AddSerial,
    DropDefault,
    DropIdentity,
    DropNotNull,
    DropSerial,
    SetDefault,
    SetIdentity,
    SetNotNull,
    SetType,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.column import Column
    from fluxc.model.compiled import Intent
    from fluxc.plan.operation import Operation


def column_operations(old: Column, new: Column, intent: Intent) -> Iterator[Operation]:
    """Yield what takes a column from ``old`` to ``new``, but for its comment."""
    retyped = old.type != new.type
    if old.serial and not new.serial:
        yield DropSerial(old, new)
    if old.identity and not new.identity:
        yield DropIdentity(old, new)
    # a default is not cast along with the column, so it goes before the type changes and comes back behind it
    without = old.model_copy(update={"default": None})
    if old.default is not None and (new.default is None or retyped):
        yield DropDefault(old, without)
    if retyped:
        yield SetType(old, new, intent.using.get(new.key))
    if new.default is not None and (old.default != new.default or retyped):
        yield SetDefault(without if retyped else old, new)
    if old.nullable and not new.nullable:
        yield SetNotNull(old, new, intent.backfill.get(new.key))
    if new.nullable and not old.nullable:
        yield DropNotNull(old, new)
    if new.identity and not old.identity:
        yield AddIdentity(old, new)
    elif new.identity and old.identity != new.identity:
        yield SetIdentity(old, new)
    if new.serial and not old.serial:
        yield AddSerial(old, new)
