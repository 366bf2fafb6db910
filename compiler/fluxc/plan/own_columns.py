"""What partitions and heirs say of columns that they have from their tables: other defaults, that null is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxc.model.column import Column
from fluxc.model.constraint import PrimaryKey
from fluxc.model.inherited import columns_of
from fluxc.model.not_nulls import names_in
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.operation import Effects, Operation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.state import Object, State
    from fluxc.plan.operation import Objects, Path


@dataclass(frozen=True, slots=True)
class SetOwnColumn(Operation):
    """Have a partition or an heir say something of its own of a column, or no longer.

    ``was`` and ``becomes`` are the whole column, whoever says it.  A change of the table's column goes down to its
    partitions, so what they say is said ``again`` behind it, and ``early``, before it, for the way back.
    ``parents`` are those of an heir, ``whole`` says that it says all their columns, ``not_null`` names its constraint.
    ``above`` is the path of the table's column that takes nulls from then on, which a key of the partition refuses.
    """

    old: Column | None
    new: Column | None
    was: Column
    becomes: Column
    again: bool = False
    early: bool = False
    parents: tuple[Path, ...] = ()
    whole: bool = False
    not_null: str | None = None
    above: Path = ()

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank."""
        return (3, 70) if self.above else (1 if self.early else 4, 0)

    @property
    def subject(self) -> Column:
        return self.becomes

    @property
    def becomes_own(self) -> bool:
        """Return whether an heir comes to say the column as the last: without parents, all become its own."""
        return self.old is None and self.new is not None and self.whole

    def apply(self, objects: Objects) -> None:
        objects.pop(self.key, None)
        if self.new is not None:
            objects[self.key] = self.new

    def reverse(self) -> tuple[Operation, ...]:
        return (replace(self, old=self.new, new=self.old, was=self.becomes, becomes=self.was),)

    def describe(self) -> str:
        where = "where it is inherited" if self.parents else "in its partition"
        return f"Change what is said of column {self.becomes.sql} {where}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-reads") if self.was.nullable and not self.becomes.nullable else ()

    def effects(self, before: State, after: State) -> Effects:
        del before, after
        found = Effects(needs=frozenset({Key(Table.kind, self.becomes.place)}))
        if not self.above:
            return found
        one, other = (("table refuses", *self.above), ("nulls", *self.becomes.place))
        if self.becomes.nullable:
            return found._replace(takes=frozenset({other}), frees=frozenset({one}))
        one, other = (("table takes", *self.above), ("key", "of", *self.becomes.place))
        return found._replace(takes=frozenset({one}), frees=frozenset({other}))


def own_columns(keys: Iterable[Key], again: set[Key], before: State, after: State) -> Iterator[SetOwnColumn]:
    """Yield the changes of these columns of partitions that are there before and after; some are said ``again``."""
    for key in keys:
        old, new = before.get(key), after.get(key)
        was, becomes = _whole(key, before), _whole(key, after)
        if was is not None and becomes is not None:
            own = [item if isinstance(item, Column) else None for item in (old, new)]
            if key in again and own[0] is not None:
                yield SetOwnColumn(own[0], own[0], was, was, again=True, early=True)
            table, state = key.path[:2], after if old is None else before
            parents = _parents(table, state)
            whole = (old is None) != (new is None) and _all_said(table, parents, before, after)
            name = names_in(table, state).get(key.path[2]) if whole else None
            yield SetOwnColumn(own[0], own[1], was, becomes, key in again, False, parents, whole, name)


def _parents(path: Path, state: State) -> tuple[Path, ...]:
    """Return the tables that a table inherits from, none for a partition."""
    table = state.get(Key(Table.kind, path))
    return table.inherits if isinstance(table, Table) else ()


def _all_said(path: Path, parents: tuple[Path, ...], before: State, after: State) -> bool:
    """Return whether an heir says in one of two states all columns that its parents have in either."""
    theirs = {item.name for state in (before, after) for parent in parents for item in columns_of(parent, state)}
    return bool(parents) and any(_own_names(path, state) >= theirs for state in (before, after))


def _own_names(path: Path, state: State) -> set[str]:
    return {item.name for item in state.members(path, Column)}


def _is_inherited(item: Column, state: State) -> bool:
    parents = _parents(item.place, state)
    return any(item.name == column.name for parent in parents for column in columns_of(parent, state))


def _whole(key: Key, state: State) -> Column | None:
    """Return a column as a partition has it."""
    found = (item for item in columns_of(key.path[:2], state) if item.name == key.path[2])
    return next((item.at(*key.path) for item in found), None)


def freed(keys: Iterable[PrimaryKey], before: State, after: State) -> Iterator[SetOwnColumn]:
    """Yield what takes nulls again where a primary key goes that a table had over columns of its parents."""
    for whole in _keyed(keys, before, after):
        yield SetOwnColumn(None, None, whole.model_copy(update={"nullable": False}), whole)


def refused(keys: Iterable[PrimaryKey], before: State, after: State) -> Iterator[SetOwnColumn]:
    """Yield what refuses nulls before a table gets a primary key over columns of its parents, so that it can go back.

    The server refuses them with the key, and goes on with it when the key is dropped.
    """
    for whole in _keyed(keys, after, before):
        yield SetOwnColumn(None, None, whole, whole.model_copy(update={"nullable": False}), early=True)


def handed_down(keys: Iterable[PrimaryKey], before: State, after: State, *, coming: bool) -> Iterator[SetOwnColumn]:
    """Yield what refuses nulls where a key of a partition is to do so in place of its table's column, or the reverse.

    The server would merge the one into the other, under either name.
    """
    state, other = (after, before) if coming else (before, after)
    for key in keys:
        if not (_has_parents(key, before) and _has_parents(key, after)):
            continue
        for path in (Key(Column.kind, (*key.place, name)) for name in key.columns):
            takes, refuses = _whole(path, state), _whole(path, other)
            told = path in before.objects or path in after.objects
            if not told and takes is not None and refuses is not None and takes.nullable and not refuses.nullable:
                without = takes.model_copy(update={"nullable": False})
                was, becomes = (takes, without) if coming else (without, takes)
                yield SetOwnColumn(None, None, was, becomes, above=_told(path, other))


def _told(key: Key, state: State) -> Path:
    """Return the path of a column where it is told."""
    return next(item.key.path for item in columns_of(key.path[:2], state) if item.name == key.path[2])


def _keyed(keys: Iterable[PrimaryKey], state: State, other: State) -> Iterator[Column]:
    """Yield the columns that take nulls in the other state, but for primary keys that are in this one alone."""
    for key in keys:
        if not (_has_parents(key, state) and _has_parents(key, other)):
            continue
        keyed = {name for item in other.members(key.place, PrimaryKey) for name in item.columns}
        for path in (Key(Column.kind, (*key.place, name)) for name in key.columns if name not in keyed):
            whole = None if path in state.objects or path in other.objects else _whole(path, other)
            if whole is not None and whole.nullable:
                yield whole


def _has_parents(item: Object, state: State) -> bool:
    table = state.get(Key(Table.kind, item.place))
    return isinstance(table, Table) and bool(table.parents)


def inherited_columns(items: Iterable[Object], before: State, after: State) -> list[Key]:
    """Return the keys of the columns among objects that come from elsewhere before and after.

    These are those of partitions, and those that an heir says too in one of the states.
    """
    columns = [item for item in items if isinstance(item, Column)]
    found = [item for item in columns if _stays(item, before) and _stays(item, after)]
    said = [item for item in columns if (item.key in before.objects) != (item.key in after.objects)]
    found += [item for item in said if _is_inherited(item, before) and _is_inherited(item, after)]
    return [item.key for item in found]


def said_again(changed: Iterable[tuple[Object, Object]], before: State, after: State) -> set[Key]:
    """Return the keys of the columns of partitions of which more is said, and whose tables' columns change."""
    found: set[Key] = set()
    waiting = [new.key for _, new in changed if isinstance(new, Column)]
    while waiting:
        key = waiting.pop()
        for path in after.heirs(key.path[:2]):
            below = Key(Column.kind, (*path, key.path[2]))
            waiting.append(below)
            items = [state.get(below) for state in (before, after)]
            if any(isinstance(item, Column) and _stays(item, before) and _stays(item, after) for item in items):
                found.add(below)
    return found


def _stays(item: Column, state: State) -> bool:
    table = state.get(Key(Table.kind, item.place))
    return isinstance(table, Table) and bool(table.partition_of)
