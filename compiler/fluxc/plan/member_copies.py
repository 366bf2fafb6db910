"""Operations on the names of indexes and constraints that partitions have from their tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from fluxc.model.inherited import own_name
from fluxc.model.member_copy import MemberCopy, copied_by
from fluxc.model.names import qualified, quote
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.operation import Create, Drop, Effects, Operation, ending, making

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.claims import Claim
    from fluxc.model.member_copy import Copied
    from fluxc.model.state import State
    from fluxc.plan.columns import RenameColumn
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Objects, Path


class Called(NamedTuple):
    """A copy of the index or the constraint ``name`` in a partition, and what the server calls it before and after."""

    path: Path
    name: str
    old: str
    new: str

    def back(self, path: Path) -> Called:
        """Return the way back, of the partition of this path."""
        return Called(path, self.name, self.new, self.old)


def called_with(old: Table, new: Table, state: State) -> tuple[Called, ...]:
    """Return the copies that a partition calls by its name."""
    found = (
        Called(new.key.path, item.name, own_name(item, old.name), own_name(item, new.name))
        for item in _usually_called(old.key.path, state)
    )
    return tuple(copy for copy in found if copy.old != copy.new)


def with_copies(rename: RenameColumn, state: State) -> RenameColumn:
    """Return the rename of a column of a partitioned table with the copies that partitions call by it."""
    objects, found = dict(state.objects), list[Called]()
    rename.apply(objects)
    for path in state.partitions(rename.old.place):
        for item in _usually_called(path, state):
            copy = Called(path, item.name, own_name(item, path[-1]), own_name(objects.get(item.key, item), path[-1]))
            found += [copy] if copy.old != copy.new else []
    return replace(rename, copies=tuple(found))


def _usually_called(path: Path, state: State) -> Iterator[Copied]:
    """Yield the indexes and constraints of which a partition has copies that the server names."""
    for item in copied_by(path, state).values():
        if Key(MemberCopy.kind, (*path, item.name)) not in state.objects:
            yield item


class CreateMemberCopy(Create):
    """Give a copy of an index or a constraint a name of its own."""

    new: MemberCopy
    sign = "~"
    stage: ClassVar[int] = 4

    def reverse(self) -> tuple[Operation, ...]:
        return (DropMemberCopy(self.new),)

    def effects(self, before: State, after: State) -> Effects:
        found = making([self.new], before, after)
        if self.key in before.objects:  # it is named again
            return found
        frees = _named(self.new, self.new.usual) if _is_copied(self.new, before) else frozenset["Claim"]()
        return found._replace(takes=found.takes | _named(self.new, self.new.own), frees=frees)

    def describe(self) -> str:
        return _described(self.new, self.new.own)


class DropMemberCopy(Drop):
    """Call a copy of an index or a constraint as the server would."""

    old: MemberCopy
    sign = "~"

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateMemberCopy(self.old),)

    def effects(self, before: State, after: State) -> Effects:
        found = ending([self.old], before)
        if self.key in after.objects:
            return found
        takes = _named(self.old, self.old.usual) if _is_copied(self.old, after) else frozenset["Claim"]()
        return found._replace(takes=takes, frees=found.frees | _named(self.old, self.old.own))

    def describe(self) -> str:
        return _described(self.old, self.old.usual)


@dataclass(frozen=True, slots=True)
class RenameMemberCopy(Operation):
    """Give a copy of an index or a constraint another name of its own."""

    old: MemberCopy
    new: MemberCopy
    stage: ClassVar[int] = 4

    @property
    def subject(self) -> MemberCopy:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.key] = self.new

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameMemberCopy(self.new, self.old),)

    def effects(self, before: State, after: State) -> Effects:
        del after
        # a name that lives only in between is nobody else's
        frees = _named(self.old, self.old.own) if self.key in before.objects else frozenset["Claim"]()
        return Effects(needs=frozenset({self.key}), takes=_named(self.new, self.new.own), frees=frees)

    def describe(self) -> str:
        return _described(self.new, self.new.own)


def named_again(found: Iterable[Operation], difference: Difference) -> Iterator[Operation]:
    """Yield what names copies of indexes and constraints that are made anew as they were named before."""
    anew = {item.key for item in found if isinstance(item, Drop)} & difference.after.objects.keys()
    for old in difference.before.of(MemberCopy) if anew else ():
        new, source = difference.after.get(old.key), copied_by(old.place, difference.before).get(old.name)
        if not isinstance(new, MemberCopy) or old.own is None or new.own is None:
            continue
        if source is not None and source.key in anew:
            yield DropMemberCopy(old)
            yield CreateMemberCopy(new)


def joined(path: Path) -> Claim:
    """Return what a partition has once it is attached, of which what says more of its copies waits."""
    return ("joined", *path)


def joined_above(path: Path, state: State) -> frozenset[Claim]:
    """Return what must be attached before a partition has the copies that it has from tables above it."""
    found: set[Claim] = set()
    table = state.get(Key(Table.kind, path))
    while isinstance(table, Table) and table.partition_of:
        found.add(joined(table.key.path))
        table = state.get(Key(Table.kind, table.partition_of))
    return frozenset(found)


def _is_copied(item: MemberCopy, state: State) -> bool:
    """Return whether the partition has that copy in a state; its usual name is else one that lives only in between."""
    return item.name in copied_by(item.place, state)


def _named(item: MemberCopy, name: str | None) -> frozenset[Claim]:
    """Return what a copy is to the namespace by one of its names."""
    return frozenset({("relation", item.place[0], name)} if name is not None and item.of != "foreign key" else ())


def _described(item: MemberCopy, name: str | None) -> str:
    assert name is not None  # what has no copy is told by `fluxc.plan.partial`
    return f"Rename the copy of {item.of} {quote(item.name)} in {qualified(*item.place)} to {quote(name)}"
