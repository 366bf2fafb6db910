"""The operations between two states of one column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.base_types import base_type, domain_of
from fluxc.model.claims import mentioned
from fluxc.model.constraint import Constraint, ForeignKey
from fluxc.model.index import Index
from fluxc.model.types import parse
from fluxc.plan.column_options import (
    DropExpression,
    SetColumnOptions,
    SetCompression,
    SetExpression,
    SetStatistics,
    SetStorage,
)
from fluxc.plan.column_sequences import AddIdentity, AddSerial, DropIdentity, DropSerial, SetIdentity
from fluxc.plan.columns import DropDefault, DropNotNull, SetDefault, SetNotNull, SetType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.column import Column
    from fluxc.model.state import Object
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Operation


def column_operations(old: Column, new: Column, difference: Difference) -> Iterator[Operation]:
    """Yield what takes a column from ``old`` to ``new`` in place, but for its comment."""
    if old.generated is not None and new.generated is None:
        yield DropExpression(old, new, _dependants(old, difference))
    yield from _values(old, new, difference, retyped=old.type != new.type)
    if old.generated is not None and new.generated not in {None, old.generated}:
        yield SetExpression(old, new)
    retyped = (old.type, old.collation) != (new.type, new.collation)
    if old.storage != new.storage and not retyped:
        yield SetStorage(old, new)
    if old.compression != new.compression and not retyped:
        yield SetCompression(old, new)
    if old.statistics != new.statistics:
        yield SetStatistics(old, new)
    if old.options != new.options:
        yield SetColumnOptions(old, new)


def _dependants(column: Column, difference: Difference) -> tuple[Object, ...]:
    """Return the foreign keys to a column, and the constraints and indexes over it, that stay as they are."""
    before, after = difference.before, difference.after
    referring = [
        key for key in before.of(ForeignKey) if key.target == column.place and column.name in key.target_columns
    ]
    members = [
        item
        for item in before.under(column.place)
        if isinstance(item, Constraint | Index) and column.name in mentioned(item) and item not in referring
    ]
    members.sort(key=lambda item: not isinstance(item, ForeignKey))  # what refers goes first and comes last
    return tuple(item for item in (*referring, *members) if after.get(item.key) == item)


def _values(old: Column, new: Column, difference: Difference, *, retyped: bool) -> Iterator[Operation]:
    intent = difference.intent
    if old.serial and not new.serial:
        yield DropSerial(old, new)
    if old.identity and not new.identity:
        yield DropIdentity(old, new)
    # a default is not cast along with the column, so it goes before the type changes and comes back behind it
    without = old.model_copy(update={"default": None})
    moved = _is_moved(old, new, difference)
    if old.default is not None and (new.default is None or retyped or moved):
        yield DropDefault(old, without)
    if retyped or old.collation != new.collation:
        yield _typed(old, new, intent.using.get(new.key) if retyped else None, difference)
    if new.default is not None and (old.default != new.default or retyped):
        yield SetDefault(without if retyped or moved else old, new)
    if old.nullable and not new.nullable:
        yield SetNotNull(old, new, intent.backfill.get(new.key))
    if new.nullable and not old.nullable:
        yield DropNotNull(old, new)
    yield from _counting(old, new)


def _is_moved(old: Column, new: Column, difference: Difference) -> bool:
    """Return whether the default changes with a type that is made anew, in which neither reads the other's."""
    if not difference.anew or old.default == new.default:
        return False
    return difference.before.type_key(parse(old.type).path) in difference.anew


def _typed(old: Column, new: Column, using: str | None, difference: Difference) -> SetType:
    if "." not in old.type and "." not in new.type:  # both are built in
        return SetType(old, new, using, difference.target)
    bases = bases_of(old, new, difference)
    domain = domain_of(parse(new.type).path, difference.after)
    checked = domain is not None and (bool(domain.checks) or not domain.nullable)
    return SetType(old, new, using, difference.target, bases if bases != (old.type, new.type) else None, checked)


def bases_of(old: Column, new: Column, difference: Difference) -> tuple[str, str]:
    """Return the types at the bottom of those of a column before and after."""
    return base_type(old.type, difference.before).text, base_type(new.type, difference.after).text


def _counting(old: Column, new: Column) -> Iterator[Operation]:
    if new.identity and not old.identity:
        yield AddIdentity(old, new)
    elif new.identity:
        said = [(item.identity, item.counting, item.sequence) for item in (old, new)]
        if said[0] != said[1]:
            yield SetIdentity(old, new)
    if new.serial and not old.serial:
        yield AddSerial(old, new)
