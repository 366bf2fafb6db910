"""Whole tables, created and dropped in the order of their foreign keys; circles are broken by separate constraints."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from fluxc.model.column import Column
from fluxc.model.constraint import Constraint, ForeignKey
from fluxc.model.inherited import columns_of
from fluxc.model.partition import DEFAULT
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.columns import DropDefault, SetDefault
from fluxc.plan.constraints import AddConstraint, DropConstraint
from fluxc.plan.entangled import entangled
from fluxc.plan.indexes import CreateIndex, DropIndex
from fluxc.plan.tables import Content, CreateTable, DropTable, apart, content, kinds_of, without_kinds
from fluxc.plan.told_names import contested, own_not_nulls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.index import Index
    from fluxc.model.state import State
    from fluxc.plan.operation import Operation, Path


def create_tables(paths: set[Path], before: State, after: State) -> list[Operation]:
    """Return the creations; a foreign key stands in its table where the target is there by then, else apart."""
    found: list[Operation] = []
    made: set[Path] = set()
    partial, copies = _incomplete(after), any(key.kind == "member_copy" for key in after.objects)
    named = contested(before, after)
    for path in by_foreign_keys(paths, after):
        table, everything = after.objects[Key(Table.kind, path)], content(path, after)
        tied = entangled(path, paths, after)
        assert isinstance(table, Table)
        joins = bool(table.partition_of) and table.partition_of not in paths
        taking = _taking(table, everything.constraints, before, after) if joins else ()
        later = (*_ahead(everything.constraints, made, paths, after), *apart(table, everything.constraints, taking))
        later += tuple(item for item in tied if isinstance(item, Constraint) and item not in later)
        if copies:
            later += tuple(item for item in _behind_copies(path, after, partial) if item not in later)
        inline = tuple(item for item in everything.constraints if item not in later)
        columns = tuple(_without_default(item) if item in tied else item for item in everything.columns)
        refusing = _refusing(table, columns, after)
        not_nulls = own_not_nulls(table, after, before, named)
        made_of = Content(columns, inline)
        found.append(
            CreateTable(without_kinds(table), made_of, joins, taking, refusing, not_nulls, _rest(table, before))
        )
        found += kinds_of(table, after)
        found += [SetDefault(_without_default(item), item) for item in tied if isinstance(item, Column)]
        late = table.partition_by is not None
        found += [
            CreateIndex(index, new_table=True, partitioned=late, holding=_holding(index, after) if late else ())
            for index in everything.indexes
        ]
        found += [AddConstraint(item, new_table=True) for item in everything.constraints if item in later]
        made.add(path)
    return found


def _refusing(table: Table, columns: Iterable[Column], state: State) -> tuple[str, ...]:
    """Return the columns of a partition that refuse nulls while its table takes them."""
    own = [column.name for column in columns if not column.nullable] if table.partition_of else []
    if not own:
        return ()
    above = {column.name for column in columns_of(table.partition_of, state) if not column.nullable}
    return tuple(name for name in own if name not in above)


def _rest(table: Table, before: State) -> Path | None:
    """Return the partition that takes what no other one of its table takes, where it is there before this one."""
    siblings = before.heirs(table.partition_of) if table.partition_of else ()
    return next(
        (path for path in siblings if getattr(before.get(Key(Table.kind, path)), "bound", None) == DEFAULT), None
    )


def _without_default(column: Column) -> Column:
    return column.model_copy(update={"default": None})


def _ahead(
    constraints: tuple[Constraint, ...], made: set[Path], paths: set[Path], after: State
) -> Iterator[Constraint]:
    """Yield the foreign keys to tables that are not there yet, or not with all their partitions."""
    for item in constraints:
        if isinstance(item, ForeignKey):
            coming = (path for path in after.partitions(item.target) if path in paths)
            if any(path not in made and path != item.place for path in (item.target, *coming)):
                yield item


def _held(item: ForeignKey, state: State) -> set[Path]:
    """Return the tables that a foreign key holds: with a partitioned one its partitions."""
    return {item.target, *state.partitions(item.target)}


def drop_tables(paths: set[Path], before: State, after: State) -> list[Operation]:
    """Return the drops; a foreign key that would hold a table back goes first."""
    found: list[Operation] = []
    there, partial = set(paths), _incomplete(before)
    named = contested(before, after)
    for path in reversed(by_foreign_keys(paths, before)):
        there.discard(path)
        everything = content(path, before)
        tied = entangled(path, paths, before)
        found += [DropDefault(item, _without_default(item)) for item in tied if isinstance(item, Column)]
        columns = tuple(_without_default(item) if item in tied else item for item in everything.columns)
        kept: list[Constraint] = []
        for item in everything.constraints:
            # tables go in the reverse order of creation: a target that is gone already was held by this key
            held = isinstance(item, ForeignKey) and not (_held(item, before) & paths <= there | {path})
            if item in tied or held or item.key in partial:
                found.append(DropConstraint(item))
            else:
                kept.append(item)
        table = before.objects[Key(Table.kind, path)]
        assert isinstance(table, Table)
        leaving = bool(table.partition_of) and table.partition_of not in paths
        taking = _taking(table, kept, after, before) if leaving else ()
        indexes = tuple(item for item in everything.indexes if item.key not in partial)
        found += [DropIndex(item) for item in everything.indexes if item not in indexes]
        whole = Content(columns, tuple(kept), indexes)
        refusing = _refusing(table, columns, before)
        not_nulls = own_not_nulls(table, before, after, named)
        found.append(DropTable(table, whole, leaving, taking, refusing, not_nulls))
    return found


def _taking(table: Table, members: Iterable[Constraint], before: State, after: State) -> tuple[tuple[str, str], ...]:
    from fluxc.plan.local_keys import kept_by_copies  # most tables are in one piece

    return tuple(kept_by_copies(table, members, before, after).items())


def _holding(index: Index, after: State) -> tuple[Table, ...]:
    from fluxc.plan.local_keys import holding  # most tables are in one piece

    return holding(index, after)


def _behind_copies(path: Path, after: State, partial: set[Key]) -> Iterator[Constraint]:
    """Yield the constraints of which a partition lacks the copy, and those called as one of its copies was at first."""
    usual = {getattr(item, "usual", None) for item in after.under(path)}
    yield from (item for item in after.members(path, Constraint) if item.key in partial or item.name in usual)


def _incomplete(state: State) -> set[Key]:
    """Return the keys of what partitions lack, which they would get as soon as they are there."""
    if not any(key.kind == "member_copy" for key in state.objects):
        return set()
    from fluxc.plan.partial import incomplete  # most partitions have copies called as PostgreSQL calls them

    return incomplete(state)


def _parents(path: Path, state: State) -> set[Path]:
    table = state.get(Key(Table.kind, path))
    return set(table.parents) if isinstance(table, Table) else set()


def _targets(path: Path, state: State) -> set[Path]:
    """Return what the foreign keys of a table hold; for those to itself they can wait."""
    held = (_held(key, state) for key in state.members(path, ForeignKey) if key.target != path)
    return set[tuple[str, ...]]().union(*held)


def by_foreign_keys(paths: set[Path], state: State) -> list[Path]:
    """Return tables so that targets come first where there is such an order; by name where nothing else decides."""
    targets = {path: _targets(path, state) & paths - {path} for path in paths}
    parents = {path: its for path in paths if (its := _parents(path, state) & paths)}
    for path, its in parents.items():
        targets[path] |= its
    sources: dict[Path, list[Path]] = {}
    for path, its in targets.items():
        for target in its:
            sources.setdefault(target, []).append(path)
    waiting = {path: len(its) for path, its in targets.items()}
    ready = [path for path, count in waiting.items() if count == 0]
    heapify(ready)
    circles = iter(sorted(paths))
    ordered: list[Path] = []
    while len(ordered) < len(paths):
        if not ready:
            if parents:  # a foreign key can come apart, what is inherited cannot
                ready.append(min(path for path in waiting if parents.get(path, set()).isdisjoint(waiting)))
            else:
                ready.append(next(path for path in circles if path in waiting))  # each path is looked at once
        path = heappop(ready)
        if waiting.pop(path, None) is None:
            continue
        ordered.append(path)
        for source in sources.get(path, ()):
            if source in waiting:
                waiting[source] -= 1
                if waiting[source] == 0:
                    heappush(ready, source)
    return ordered
