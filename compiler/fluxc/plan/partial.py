"""Indexes and constraints of which a partition has no copy, or has it beside one of its own that says the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxc.model.constraint import Indexed
from fluxc.model.index import Index
from fluxc.model.inherited import own_name, says_the_same
from fluxc.model.member_copy import MemberCopy, copied_by
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.altered import is_rebuilt
from fluxc.plan.constraints import AddConstraint, DropConstraint
from fluxc.plan.indexes import CreateIndex, DropIndex
from fluxc.plan.local_keys import holding, kept_in
from fluxc.plan.members import dropping
from fluxc.plan.operation import Effects, Operation
from fluxc.plan.spread import Part, Spread, names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.state import Object, State
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Objects, Path

    Spreading = Index | Indexed


@dataclass(frozen=True, slots=True)
class AttachParts(Operation):
    """Give partitions the copies of an index or a constraint that they lacked, of which the server makes it whole.

    ``old`` and ``new`` are how it spreads before and after, ``parts`` what comes; partitions are ``holding`` it whose
    keys its copies keep.
    """

    item: Spreading
    old: Spread
    new: Spread
    parts: tuple[Part, ...]
    holding: tuple[Table, ...] = ()
    sign = "+"

    @property
    def subject(self) -> Spreading:
        return self.item

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank: as that of what is made late on a partitioned table."""
        return 4, -1

    def apply(self, objects: Objects) -> None:
        self.old.go(objects)
        self.new.come(objects)

    def reverse(self) -> tuple[Operation, ...]:
        if isinstance(self.item, Index):
            made = CreateIndex(self.item, partitioned=True, spread=self.old)
            return (DropIndex(self.item, self.holding, self.new), made)
        return (DropConstraint(self.item, self.new), AddConstraint(self.item, spread=self.old))

    def describe(self) -> str:
        where = ", ".join(part.item.place[-1] for part in self.parts)
        return f"Attach the parts of {self.item.noun} {self.item.sql} in {where}"

    def hazards(self) -> tuple[str, ...]:
        return "builds-index", "blocks-writes" if isinstance(self.item, Index) else "blocks-reads"

    def effects(self, before: State, after: State) -> Effects:
        del before, after
        tables = (Key(Table.kind, part.item.place) for part in self.parts)
        return Effects(makes=frozenset({self.key}), needs=frozenset(tables), takes=names_of(self.parts))


def missing_of(item: Object, state: State) -> tuple[MemberCopy, ...]:
    """Return what says which partitions have no copy of an index or a constraint."""
    found = (state.get(Key(MemberCopy.kind, (*path, item.name))) for path in sorted(state.partitions(item.place)))
    gone = (copy for copy in found if isinstance(copy, MemberCopy) and copy.own is None)
    return tuple(copy for copy in gone if copied_by(copy.place, state).get(copy.name) is item)


def incomplete(state: State) -> set[Key]:
    """Return the keys of the indexes and constraints of which a partition has no copy."""
    copies = (item for item in state.of(MemberCopy) if item.own is None)
    found = (copied_by(item.place, state).get(item.name) for item in copies)
    return {item.key for item in found if item is not None}


def _parts(item: Spreading, state: State, missing: Iterable[MemberCopy]) -> Iterator[Part]:
    """Yield what the partitions have that are not ``missing`` a copy, that of a partition before those below it."""
    yield from _below(item.place, item, state, {copy.place for copy in missing})


def _below(above: Path, item: Spreading, state: State, without: set[Path]) -> Iterator[Part]:
    for path in sorted(path for path in state.heirs(above) if path not in without):
        only = any(below in without for below in state.partitions(path))
        yield part_of(path, item, state, only=only)
        if only:
            yield from _below(path, item, state, without)


def part_of(path: Path, item: Spreading, state: State, *, only: bool = False) -> Part:
    """Return the copy of an item in a partition that has one, on ``only`` that where it has partitions of its own."""
    table, there = state.get(Key(Table.kind, path)), kept_in(path, item, state) is not None
    above = table.partition_of if isinstance(table, Table) else item.place
    name = item.name if above == item.place else _called(above, item, state)
    copy = item.at(*path, _called(path, item, state)).model_copy(update=_left_behind(item))
    return Part(copy, (*above[:-1], name), only, there)


def _called(path: Path, item: Spreading, state: State) -> str:
    """Return what a partition calls its copy of an item.

    The server puts numbers behind the names of those that would be called alike; these here are beyond them.
    """
    said = state.get(Key(MemberCopy.kind, (*path, item.name)))
    own = said.own if isinstance(said, MemberCopy) else kept_in(path, item, state)
    usual = own_name(item, path[-1])
    alike = [name for name, other in copied_by(path, state).items() if own_name(other, path[-1]) == usual]
    return own or (usual if len(alike) < 2 else f"{usual}{len(alike) + sorted(alike).index(item.name)}")


def _left_behind(item: Spreading) -> dict[str, object]:
    said: dict[str, object] = {"doc": None, "clustered": False, "identifying": False}
    return said | {"statistics": ()} if isinstance(item, Index) else said


def _spread(item: Spreading, state: State, other: State) -> Spread:
    """Return how an item spreads over the partitions; one that says the same and stays must not become a copy."""
    missing = missing_of(item, state)
    if missing or any(_stays_beside(item, path, state, other) for path in state.partitions(item.place)):
        return Spread(missing, tuple(_parts(item, state, missing)))
    return Spread()


def _stays_beside(item: Spreading, path: Path, state: State, other: State) -> bool:
    return any(says_the_same(own, item) and own.key in other.objects for own in state.under(path))


def with_spread(found: Iterable[Operation], before: State, after: State) -> Iterator[Operation]:
    """Yield the operations, with those that make and drop what spreads over partitions told how it does."""
    for operation in found:
        if isinstance(operation, CreateIndex | AddConstraint) and isinstance(operation.new, Index | Indexed):
            spread = _spread(operation.new, after, before)
            yield replace(operation, spread=spread) if spread.only else operation
        elif isinstance(operation, DropIndex | DropConstraint) and isinstance(operation.old, Index | Indexed):
            spread = _spread(operation.old, before, after)
            yield replace(operation, spread=spread) if spread.only else operation
        else:
            yield operation


def take_missing(difference: Difference) -> None:
    """Take out what is said of partitions without copies, and find the items that are to spread otherwise.

    What is made and dropped brings it along.
    """
    difference.removed = [item for item in difference.removed if not is_missing(item)]
    difference.added = [item for item in difference.added if not is_missing(item)]
    for old, new in [pair for pair in difference.changed if any(map(is_missing, pair))]:
        difference.changed.remove((old, new))
        difference.removed += [] if is_missing(old) else [old]
        difference.added += [] if is_missing(new) else [new]
    difference.partial = incomplete(difference.before) | incomplete(difference.after)


def is_missing(item: Object) -> bool:
    """Return whether an object says that a partition has no copy of an index or a constraint."""
    return isinstance(item, MemberCopy) and item.own is None


def spread_otherwise(difference: Difference) -> tuple[list[Operation], list[tuple[Object, Object]]]:
    """Return what attaches the parts that come, and what is to be made anew, since parts do not go by themselves."""
    before, after = difference.before, difference.after
    attached, anew = list["Operation"](), list[tuple["Object", "Object"]]()
    for key in sorted(difference.partial):
        old, new = before.get(key), after.get(key)
        if isinstance(old, Index | Indexed) and isinstance(new, Index | Indexed) and not is_rebuilt(old, new):
            was, now = missing_of(old, before), missing_of(new, after)
            coming = [copy.place for copy in was if copy not in now]
            if not set(now) <= set(was) or not set(coming) <= set(after.partitions(new.place)):
                anew.append((old, new))
            elif coming:
                parts = tuple(part_of(path, new, after) for path in coming)
                spread = Spread(was, tuple(_parts(old, before, was)))
                attached.append(AttachParts(new, spread, Spread(now), parts, holding(new, after)))
    return attached, anew


def dropping_partial(path: Path, state: State) -> Iterator[Operation]:
    """Yield what drops the indexes and constraints of which a partition, or one of its own, has no copy.

    It is no longer one, and would get the copies as soon as it comes back.
    """
    places = {path, *state.partitions(path)}
    copies = [item for item in state.of(MemberCopy) if is_missing(item) and item.place in places]
    items = {item.key: item for copy in copies for item in (copied_by(copy.place, state).get(copy.name),) if item}
    yield from with_spread(map(dropping, items.values()), state, state)
