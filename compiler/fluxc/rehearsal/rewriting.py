"""Why a table was written anew, told from what has become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.lint.sql.outcome import Effect
from fluxc.lint.sql.work_forms import Refresh
from fluxc.model.names import quote
from fluxc.plan.casts import rewrites as casts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.rehearsal.catalogue import Column
    from fluxc.rehearsal.seen import Seen

_TYPE: Final = "add a column of the new type beside it, fill it in batches, and change over"
_GENERATED: Final = "make it `virtual`, or keep a plain column by a trigger"
_COUNTED: Final = "add a plain column, fill it in batches, and have it count afterwards"
_DEFAULT: Final = "add it without default, set the default then, and fill in old rows in batches"
_STORAGE: Final = "make a new table beside it, and move rows in batches"
_SMALLER: Final = "use plain `vacuum`, or a tool that repacks beside readers and writers"
_REFRESH: Final = "refresh it `concurrently`, which needs a unique index"


def rewrites(seen: Seen) -> Iterator[Effect]:
    """Tell of each table that was written anew, by the rule for what caused it."""
    for oid in seen.blocked(seen.of(seen.cost.rewrites)):
        if oid in seen.now:
            yield from _of_columns(seen, oid) or [_of_table(seen, oid)]


def _of_columns(seen: Seen, oid: int) -> list[Effect]:
    """Return what is said of the columns that may be the cause, but for types that are free by the shipped table."""
    pairs = [(old, new) for old, new in seen.columns(oid) if new is not None]
    found = [(old, new, effect) for old, new in pairs if (effect := _of_column(seen, oid, old, new))]
    causes = [effect for old, new, effect in found if old is None or old.type == new.type or casts(old.type, new.type)]
    return causes or [effect for _, _, effect in found]


def _of_column(seen: Seen, oid: int, old: Column | None, new: Column) -> Effect | None:
    table, out = seen.name(oid), f"so all rows of {seen.name(oid)} are written anew {seen.keeps_out(oid)}"
    name = f"{table}.{quote(new.name)}"
    if old is None and new.generated == "s":
        return Effect("rewriting-generated-column", table, f"{name} is computed, {out}", _GENERATED, new.name)
    if old is None and new.counts:
        return Effect("rewriting-serial-column", table, f"{name} numbers all rows, {out}", _COUNTED, new.name)
    if old is None and not new.generated:
        return Effect("rewriting-default", table, f"{name} has a value for each row, {out}", _DEFAULT, new.name)
    if old is not None and old.identified != new.identified:
        message = f"{name} changes from {old.type} to {new.type}, {out}"
        return Effect("rewriting-type-change", table, message, _TYPE, new.name)
    if old is not None and old.generated == "s" and old.default != new.default:
        return Effect("rewriting-generated-column", table, f"{name} is computed anew, {out}", _GENERATED, new.name)
    return None


def _of_table(seen: Seen, oid: int) -> Effect:
    table, out = seen.name(oid), seen.keeps_out(oid)
    if isinstance(seen.form, Refresh):
        return Effect("blocking-refresh", table, f"nobody can read {table} while it is computed", _REFRESH)
    if seen.was[oid].storage != seen.now[oid].storage:
        message = f"{table} is kept otherwise, and all its rows are written anew {out}"
        return Effect("rewriting-storage", table, message, _STORAGE)
    return Effect("rewriting-vacuum", table, f"all rows of {table} are written anew {out}", _SMALLER)
