"""What is gone, or called otherwise, behind a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.lint.sql.outcome import Effect
from fluxc.model.names import quote
from fluxc.trace.cost import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.rehearsal.catalogue import Column
    from fluxc.rehearsal.seen import Seen

_TABLE: Final = "drop it once nobody uses it and a copy is kept"
_NAME: Final = "add the new name beside the old one, and drop the old one later"


def losses(seen: Seen) -> Iterator[Effect]:
    """Tell of indexes and partitions that went under a lock, and of what went where the text does not say so."""
    for oid in seen.touched:
        if not seen.was[oid].holds_rows:
            continue
        yield from _parted(seen, oid)
        yield from _without_index(seen, oid)
        if seen.is_opaque:
            yield from _gone(seen, oid)


def _parted(seen: Seen, oid: int) -> Iterator[Effect]:
    parent = seen.was[oid].parent
    if oid not in seen.now or not parent or seen.now[oid].parent == parent or parent not in seen.there:
        return
    if seen.mode(parent) is Mode.ACCESS_EXCLUSIVE:
        message = f"detaching {seen.name(oid)} keeps everybody out of {seen.name(parent)}"
        yield Effect("blocking-detach", seen.name(parent), message, "detach it `concurrently`, outside a transaction")


def _without_index(seen: Seen, oid: int) -> Iterator[Effect]:
    """Tell of an index that was dropped by itself: not with its constraint, its column or its table."""
    if oid not in seen.now or seen.mode(oid) is not Mode.ACCESS_EXCLUSIVE:
        return
    if any(new is None for _, new in seen.columns(oid)):
        return
    for number, index in seen.was.items():
        if index.table == oid and not index.key and number not in seen.now:
            message = f"dropping index {index.name} of {seen.name(oid)} has everybody wait behind it"
            cure = "drop it `concurrently`, outside a transaction"
            yield Effect("blocking-index-drop", seen.name(oid), message, cure)


def _gone(seen: Seen, oid: int) -> Iterator[Effect]:
    table = seen.name(oid)
    if oid not in seen.now:
        yield Effect("dropped-table", table, f"{table} is dropped, with all its rows", _TABLE)
        return
    if seen.now[oid].name != table:
        message = f"{table} is called {seen.now[oid].name} from now on"
        yield Effect("renamed-table", table, message, "leave a view under the old name for as long as somebody uses it")
    for old, new in seen.columns(oid):
        if old is not None:
            yield from _of_column(table, old, new)


def _of_column(table: str, old: Column, new: Column | None) -> Iterator[Effect]:
    name = f"{table}.{quote(old.name)}"
    if new is None:
        message = f"{name} is dropped, with its values"
        yield Effect("dropped-column", table, message, "drop it once no running code names it", old.name)
    elif new.name != old.name:
        message = f"{name} is called {quote(new.name)} from now on"
        yield Effect("renamed-column", table, message, _NAME, old.name)
    elif old.not_null and not new.not_null:
        message = f"{name} takes nulls from now on"
        yield Effect("dropped-not-null", table, message, "have all readers expect a null first", old.name)
