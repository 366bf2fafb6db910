"""Operations on the names of not-null constraints, which servers from 18 on keep."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final, Literal, NamedTuple

from fluxc.model.column import Column
from fluxc.model.inherited import columns_of
from fluxc.model.not_nulls import usual_names
from fluxc.model.state import Key, State
from fluxc.model.table import Table
from fluxc.plan.columns import DropNotNull, SetNotNull
from fluxc.plan.operation import Effects
from fluxc.plan.table_options import Change

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from fluxc.model.table import NotNullKind
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Operation, Path

Names = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NameNotNulls(Change):
    """Call the not-null constraints of a table otherwise; those of a partition while it is detached.

    ``names`` are pairs of a column and a name, ``back`` those before.  Names that go are told ``early``, before their
    columns go, and others late, behind what makes their columns.
    """

    old: Table
    new: Table
    names: Names = ()
    back: Names = ()
    early: bool = False
    changes: ClassVar[tuple[str, ...]] = ("not_nulls",)

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank."""
        return 1 if self.early else 5, 0

    def reverse(self) -> tuple[Operation, ...]:
        return (NameNotNulls(self.new, self.old, self.back, self.names, self.early),)

    def effects(self, before: State, after: State) -> Effects:
        del before
        names = self.back if self.early else self.names
        claims = frozenset(("constraint", *self.key.path, name) for _, name in names)
        if self.early:
            return Effects(needs=frozenset({self.key}), frees=claims)
        columns = frozenset(item.key for item in columns_of(self.key.path, after))
        return Effects(needs=columns | {self.key}, takes=claims)

    def describe(self) -> str:
        return f"Rename not-null constraints of table {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-reads") if self.new.partition_of else ()


_Change = Literal["anew", "validate", "inherit", "no inherit", "local", "inherited"]


class Said(NamedTuple):
    """What a table comes to say of one not-null constraint: that it holds otherwise, ``anew`` or in place.

    With one that is inherited no longer the ``heirs`` have been left with one of their own.
    """

    column: str
    name: str
    change: _Change
    kinds: tuple[NotNullKind, ...] = ()
    heirs: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class SetNotNullKinds(Change):
    """Change how not-null constraints of a table hold; ``back`` is what takes it back."""

    old: Table
    new: Table
    said: tuple[Said, ...] = ()
    back: tuple[Said, ...] = ()
    early: bool = False
    changes: ClassVar[tuple[str, ...]] = ("not_null_kinds",)

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank: behind the names."""
        return (1, 0) if self.early else (5, 1)

    @property
    def detaching(self) -> bool:
        """Return whether a partition is to have a constraint from its table alone, which it has once it is attached."""
        return any(item.change == "inherited" for item in self.said)

    def reverse(self) -> tuple[Operation, ...]:
        return (SetNotNullKinds(self.new, self.old, self.back, self.said, self.early),)

    def describe(self) -> str:
        return f"Change how not-null constraints of table {self.new.sql} hold"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-reads") if any(item.change in _SCANNING for item in self.said) else ()


_SCANNING: Final = frozenset({"validate", "inherited"})
_LOCAL: Final = frozenset({"local", "inherited"})


def kinds_said(old: Table, new: Table, state: State) -> tuple[Said, ...]:
    """Return what takes the constraints of a table from one way to hold to another, in which there are these heirs."""
    was, now = dict(old.not_null_kinds), dict(new.not_null_kinds)
    found = (
        Said(column, new.not_null(column), change, now.get(column, ()))
        for column in sorted({*was, *now})
        for change in _changes({*was.get(column, ())}, {*now.get(column, ())})
    )
    said = (item for item in found if new.partition_of or item.change not in _LOCAL)
    return tuple(item._replace(heirs=_left(new, item, state)) if item.change == "no inherit" else item for item in said)


def _left(table: Table, said: Said, state: State) -> tuple[Path, ...]:
    """Return the heirs that have a column from a table alone."""
    return tuple(
        path for path in state.heirs(table.key.path) if Key(Column.kind, (*path, said.column)) not in state.objects
    )


def _changes(was: set[NotNullKind], now: set[NotNullKind]) -> Iterator[_Change]:
    if "not valid" in now - was:
        yield "anew"
        return
    if "not valid" in was - now:
        yield "validate"
    if "no inherit" in was ^ now:
        yield "no inherit" if "no inherit" in now else "inherit"
    if "local" in was ^ now:
        yield "local" if "local" in now else "inherited"


def without_local(table: Table, *columns: str) -> Table:
    """Return a table that says of no column by itself, too, that it refuses nulls, but for these."""
    kinds = ((name, its if name in columns else _others(its)) for name, its in table.not_null_kinds)
    return table.model_copy(update={"not_null_kinds": tuple(pair for pair in kinds if pair[1])})


def _others(kinds: Iterable[NotNullKind]) -> tuple[NotNullKind, ...]:
    return tuple(kind for kind in kinds if kind != "local")


def holding_otherwise(old: Table, new: Table, difference: Difference) -> Iterator[SetNotNullKinds]:
    """Yield what changes how the constraints of a table hold: first what partitions no longer say by themselves, too.

    Columns that refuse nulls in one of the states alone are told how with that.
    """
    between = without_local(old, *new.said_again)
    if between != old:
        yield no_longer_local(old, between, difference.before)
    if between.not_null_kinds == new.not_null_kinds:
        return
    there = {item.name: item.nullable for item in columns_of(new.key.path, difference.before)}
    after = {item.name for item in columns_of(new.key.path, difference.after) if not item.nullable}
    before = {name for name, nullable in there.items() if not nullable}
    said = _told(kinds_said(between, new, difference.after), after & (before | (after - there.keys())), after)
    back = _told(kinds_said(new, between, difference.before), before & after, after)
    yield SetNotNullKinds(between, new, said, tuple(item._replace(name=new.not_null(item.column)) for item in back))


def _told(said: Iterable[Said], columns: Collection[str], local: Collection[str]) -> tuple[Said, ...]:
    return tuple(item for item in said if item.column in (local if item.change in _LOCAL else columns))


def no_longer_local(old: Table, new: Table, state: State) -> SetNotNullKinds:
    """Return what has a partition refuse nulls only where its table does."""
    return SetNotNullKinds(old, new, kinds_said(old, new, state), kinds_said(new, old, state), early=True)


def with_kinds(found: Iterable[Operation], before: State, after: State) -> Iterator[Operation]:
    """Yield the operations, with those that have columns refuse nulls told how, where that is not the usual way."""
    for operation in found:
        if isinstance(operation, SetNotNull | DropNotNull):
            state = after if isinstance(operation, SetNotNull) else before
            table = state.get(Key(Table.kind, operation.new.place))
            kinds = dict(table.not_null_kinds).get(operation.new.name) if isinstance(table, Table) else None
            if isinstance(table, Table) and kinds and "local" not in kinds:
                operation = replace(operation, said=(table.not_null(operation.new.name), kinds))
        yield operation


def naming(old: Table, new: Table, difference: Difference) -> Iterator[NameNotNulls]:
    """Yield what gives not-null constraints their names: first what goes is called as usual, last what comes."""
    kept = tuple(pair for pair in old.not_nulls if pair in new.not_nulls)
    between = old.model_copy(update={"not_nulls": kept})
    gone, come = (tuple(pair for pair in item.not_nulls if pair not in kept) for item in (old, new))
    if gone:
        usual = usual_names(old.key.path, difference.before)
        names = tuple((column, usual[column]) for column, _ in gone)
        yield NameNotNulls(old, between, names, gone, early=True)
    if come:
        usual = usual_names(new.key.path, difference.after)
        names = tuple((column, usual[column]) for column, _ in come)
        yield NameNotNulls(between, new, come, names)
