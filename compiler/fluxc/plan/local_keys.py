"""Keys of partitions that say the same as a unique index of their table: the copy of the one keeps the other.

The server then lets neither go while the partition is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.constraint import PrimaryKey, Unique
from fluxc.model.index import Index
from fluxc.model.inherited import own_name
from fluxc.model.member_copy import has_copy
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.indexes import DropIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.state import Object, State


def holding(index: Object, state: State) -> tuple[Table, ...]:
    """Return the partitions, of any depth, with a key that their copy of an index would keep."""
    if not (isinstance(index, Index) and _can_keep(index)):
        return ()
    paths = (path for path in sorted(state.partitions(index.place)) if any(_kept(index, state.under(path))))
    tables = (state.objects[Key(Table.kind, path)] for path in paths if has_copy(path, index, state))
    return tuple(item for item in tables if isinstance(item, Table))


def kept_in(path: tuple[str, ...], index: Object, state: State) -> str | None:
    """Return the name of the key of a partition that its copy of an index would keep, if there is one."""
    if not (isinstance(index, Index) and _can_keep(index)):
        return None
    return next((item.name for item in _kept(index, state.under(path))), None)


def dropping_held(index: Index, before: State) -> DropIndex:
    """Return what drops an index of a partitioned table."""
    return DropIndex(index, holding(index, before))


def kept_by_copies(table: Table, members: Iterable[Object], before: State, after: State) -> dict[str, str]:
    """Return by their names the keys of a partition that copies of indexes keep, which it has as soon as it is there.

    These are the copies of indexes that are there before and after.
    """
    members, found = tuple(members), dict[str, str]()
    parent = table.partition_of
    while parent:
        for index in after.members(parent, Index):
            if before.objects.get(index.key) == index and _can_keep(index) and has_copy(table.key.path, index, after):
                name = own_name(index.at(*table.key.path, index.name), table.name)
                found |= {item.name: name for item in list(_kept(index, members))[:1]}
        above = after.get(Key(Table.kind, parent))
        parent = above.partition_of if isinstance(above, Table) else ()
    return found


def _can_keep(index: Index) -> bool:
    return index.unique and index.plain and all(part.plain for part in index.parts)


def _kept(index: Index, members: Iterable[Object]) -> Iterator[PrimaryKey | Unique]:
    """Yield the keys that say the same as an index."""
    columns = tuple(part.column for part in index.parts)
    for item in members:
        told = isinstance(item, PrimaryKey) or (isinstance(item, Unique) and item.nulls_distinct)
        if isinstance(item, PrimaryKey | Unique) and told and item.plain and item.columns == columns:
            yield item
