"""Tables that come to inherit from others or to be their partitions, and that leave them, in place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.claims import bindings
from fluxc.model.constraint import Constraint, ForeignKey
from fluxc.model.index import Index
from fluxc.model.inherited import columns_of, members_of, own_name
from fluxc.model.member_copy import MemberCopy
from fluxc.model.names import not_null_name, qualified
from fluxc.model.not_nulls import names_in
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.trigger_copy import TriggerCopy
from fluxc.plan.constraints import AddConstraint, RenameConstraint
from fluxc.plan.indexes import CreateIndex, RenameIndex
from fluxc.plan.local_keys import holding
from fluxc.plan.member_copies import DropMemberCopy, joined
from fluxc.plan.members import dropping
from fluxc.plan.operation import Effects, Operation
from fluxc.plan.trigger_copies import DropTriggerCopy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.partition import PartitionKey
    from fluxc.model.state import Object, State
    from fluxc.plan.operation import Objects, Path
    from fluxc.plan.renames import Renaming


@dataclass(frozen=True, slots=True)
class _Related(Operation):
    """What joining and leaving a parent have in common; ``members`` are the table's own only while it is alone.

    ``not_nulls`` are by column the names of the table's not-null constraints: before it leaves, or once it has joined;
    ``keys`` are the names of its foreign keys while it is alone, and those of the parent's; ``gained`` are the keys and
    indexes that it comes to have by joining, and keeps when it leaves, each with the key of what it is a copy of.
    """

    old: Table
    new: Table
    parent: Path
    members: tuple[Object, ...]
    not_nulls: tuple[tuple[str, str], ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    gained: tuple[tuple[Key, Object], ...] = ()

    @property
    def alone(self) -> tuple[tuple[str, str], ...]:
        """Return by column the names of the table's not-null constraints while it is alone."""
        said = dict(self.old.not_nulls)
        return tuple((name, said.get(name) or not_null_name(self.new.name, name)) for name, _ in self.not_nulls)

    @property
    def subject(self) -> Table:
        return self.new

    @property
    def partition(self) -> bool:
        """Return whether the table is, or was, a partition, not an heir."""
        return self.parent in {self.old.partition_of, self.new.partition_of}

    @property
    def renamed(self) -> tuple[tuple[bool, str, str], ...]:
        """Return of members that bear another name than a partition's: whether it is an index, that name, its own."""
        keys = dict(self.keys)
        wanted = ((item, keys.get(item.name) or own_name(item, self.new.name)) for item in self.members)
        return tuple((isinstance(item, Index), name, item.name) for item, name in wanted if item.name != name)

    def _apply(self, objects: Objects) -> None:
        update = {name: getattr(self.new, name) for name in ("inherits", "partition_of", "bound")}
        objects[self.key] = objects[self.key].model_copy(update=update)


@dataclass(frozen=True, slots=True)
class LeaveParent(_Related):
    """Detach a partition, or have a table no longer inherit; it keeps what it had from there.

    Where others are ``referring`` to the parent, the server looks whether they refer to rows of the partition.  What
    was detached ``apart``, from a table with that key, has a check of the bound beside those that are ``known``.
    """

    referring: bool = False
    apart: PartitionKey | None = None
    known: tuple[str, ...] = ()
    stage: ClassVar[int] = 1

    def apply(self, objects: Objects) -> None:
        self._apply(objects)
        objects.update((item.key, item) for item in self.members)

    def reverse(self) -> tuple[Operation, ...]:
        return (JoinParent(self.new, self.old, self.parent, self.members, self.not_nulls, self.keys),)

    def describe(self) -> str:
        if self.apart:
            return f"Leave what partition {self.new.sql} had from {qualified(*self.parent)} to it alone"
        if self.partition:
            return f"Detach partition {self.new.sql} from {qualified(*self.parent)}"
        return f"Have table {self.new.sql} no longer inherit from {qualified(*self.parent)}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-reads") if self.partition and self.referring else ()


@dataclass(frozen=True, slots=True)
class JoinParent(_Related):
    """Attach a table as a partition, or have it inherit; what it has in common is no longer its own.

    Where it was ``checked`` that its rows are such as the partition takes, the server need not look at them.
    """

    checked: bool = False
    rank: ClassVar[int] = 80

    def apply(self, objects: Objects) -> None:
        self._apply(objects)
        for item in self.members:
            objects.pop(item.key, None)

    def reverse(self) -> tuple[Operation, ...]:
        gained = sorted((item for _, item in self.gained), key=lambda item: not isinstance(item, ForeignKey))
        members = (*self.members, *gained)
        leave = LeaveParent(self.new, self.old, self.parent, members, self.not_nulls, self.keys)
        return (leave, *map(dropping, gained))

    def describe(self) -> str:
        if self.partition:
            return f"Attach {self.new.sql} as partition of {qualified(*self.parent)}"
        return f"Have table {self.new.sql} inherit from {qualified(*self.parent)}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-reads") if self.partition and not self.checked else ()

    def effects(self, before: State, after: State) -> Effects:
        del before
        columns = columns_of(self.parent, after)
        theirs = [Key(Table.kind, self.parent), *(item.key for item in columns)]
        own = [*(item.key for item in self.members), *(item.at(*self.key.path, item.name).key for item in columns)]
        takes = frozenset(bindings(self.new, going=False) if self.partition else ())
        frees = frozenset({joined(self.key.path)} if self.partition else ())
        return Effects(needs=frozenset({self.key, *theirs, *own}), takes=takes, frees=frees)


@dataclass(frozen=True, slots=True)
class SetBounds(Operation):
    """Have partitions of one table take other rows than before; all are detached before one is attached again."""

    pairs: tuple[tuple[Table, Table], ...]
    rank: ClassVar[int] = 74

    @property
    def subject(self) -> Table:
        return self.pairs[0][1]

    @property
    def parent(self) -> Path:
        """Return whose partitions they are."""
        return self.subject.partition_of

    @property
    def table(self) -> Path:
        return self.parent

    def apply(self, objects: Objects) -> None:
        for _, new in self.pairs:
            objects[new.key] = objects[new.key].model_copy(update={"bound": new.bound})

    def reverse(self) -> tuple[Operation, ...]:
        return (SetBounds(tuple((new, old) for old, new in self.pairs)),)

    def describe(self) -> str:
        names = ", ".join(new.sql for _, new in self.pairs)
        return f"Change which rows of {qualified(*self.parent)} go to {names}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-reads")

    def effects(self, before: State, after: State) -> Effects:
        del before, after
        keys = frozenset(new.key for _, new in self.pairs)
        takes, frees = (frozenset({(what, *self.parent)}) for what in ("rows", "bounds"))
        return Effects(needs=keys, takes=takes, frees=frees)


def bounds(changed: Iterable[tuple[Object, Object]]) -> Iterator[SetBounds]:
    """Yield what has partitions take other rows, one operation for each partitioned table."""
    found: dict[Path, list[tuple[Table, Table]]] = {}
    for old, new in changed:
        if not (isinstance(old, Table) and isinstance(new, Table)):
            continue
        if old.partition_of == new.partition_of and old.bound != new.bound:
            found.setdefault(new.partition_of, []).append((old, new))
    for path in sorted(found):
        yield SetBounds(tuple(found[path]))


def leave_parents(renaming: Renaming, after: State) -> None:
    """Let tables leave the parents that they shall not have."""
    for table in [item for item in renaming.state.objects.values() if type(item) is Table and item.parents]:
        new = after.get(table.key)
        if isinstance(new, Table) and table.partition_by == new.partition_by:
            for parent in table.parents:
                if parent not in new.parents:
                    _leave(renaming, table.key, parent)


def _leave(renaming: Renaming, key: Key, parent: Path) -> None:
    state = renaming.state
    old = state.objects[key]
    assert isinstance(old, Table)
    partition = bool(old.partition_of)
    if any(item.kind == MemberCopy.kind for item in state):
        from fluxc.plan.partial import dropping_partial  # most partitions have copies of all that their tables have

        for operation in dropping_partial(key.path, state):
            renaming.do(operation)
    for copy in renaming.state.members(key.path, MemberCopy):
        renaming.do(DropMemberCopy(copy))
    for trigger in renaming.state.members(key.path, TriggerCopy):
        renaming.do(DropTriggerCopy(trigger))
    if old.said_again:
        from fluxc.plan.not_nulls import no_longer_local, without_local  # few partitions say it too

        left_to_table = without_local(old)
        renaming.do(no_longer_local(old, left_to_table, renaming.state))
        old = left_to_table
    state = renaming.state
    left = tuple(path for path in old.inherits if path != parent)
    new = old.model_copy(update={"inherits": left, "partition_of": (), "bound": None})
    still = {item.key for other in left for item in members_of(other, key.path, state, partition=False)}
    had = members_of(parent, key.path, state, partition=partition)
    members = tuple(item for item in had if item.key not in state.objects and item.key not in still)
    above = [parent]
    while isinstance(table := state.get(Key(Table.kind, above[-1])), Table) and table.partition_of:
        above.append(table.partition_of)
    referring = any(item.target in above for item in state.of(ForeignKey))
    not_nulls = tuple(names_in(key.path, state).items())
    renaming.do(LeaveParent(old, new, parent, members, not_nulls, referring=referring))


def nameless(item: Object) -> Object:
    """Return an object without what it is called."""
    return item.at(*item.place, "").model_copy(update={"doc": None})


def is_remade(old: Object, new: Object) -> bool:
    """Return whether a table can only be made anew: rows go to partitions by another key, or no longer."""
    return isinstance(old, Table) and isinstance(new, Table) and old.partition_by != new.partition_by


def with_partitions(paths: set[Path], states: tuple[State, State]) -> set[Path]:
    """Return the paths of tables and of all that are partitions of them, of any depth, in either state."""
    tables = [item for state in states for item in state.objects.values() if type(item) is Table and item.partition_of]
    found, size = set(paths), 0
    while size < len(found):
        size = len(found)
        found |= {item.key.path for item in tables if item.partition_of in found}
    return found


def absorbed(
    added: Iterable[Object], removed: Iterable[Object], states: tuple[State, State]
) -> dict[Key, list[Object]]:
    """Return by the key of a new constraint or index of a table what partitions have that says the same, and shall not.

    The server takes it for the partition's own copy.
    """
    before, after = states
    gone: dict[Object, list[Object]] = {}
    for item in removed:
        table = after.get(Key(Table.kind, item.place))
        partition = isinstance(table, Table) and table.partition_of and table.key in before.objects
        if partition and isinstance(item, Constraint | Index):
            gone.setdefault(nameless(item), []).append(item)
    found: dict[Key, list[Object]] = {}
    for item in added if gone else ():
        if isinstance(item, Constraint | Index):
            for path in after.heirs(item.place):
                if same := gone.get(nameless(item.at(*path, item.name))):
                    found.setdefault(item.key, []).append(same.pop())
    return found


def named_alike(items: Iterable[Object]) -> Iterator[Operation]:
    """Yield what names constraints and indexes of partitions as copies of their table's are named."""
    for item in items:
        name = own_name(item, item.place[-1])
        if name != item.name:
            new = item.at(*item.place, name)
            yield RenameIndex(item, new) if isinstance(item, Index) else RenameConstraint(item, new)


def on_partitioned(operation: Operation, absorbed: Iterable[Object], after: State) -> Operation:
    """Return the creation of a constraint or an index of a partitioned table, of which others become part.

    They are called by then as the server would call them.
    """
    alike = [item.at(*item.place, own_name(item, item.place[-1])) for item in absorbed]
    if isinstance(operation, CreateIndex):
        indexes = tuple(item for item in alike if isinstance(item, Index))
        return replace(operation, partitioned=True, absorbed=indexes, holding=holding(operation.new, after))
    constraints = tuple(item for item in alike if isinstance(item, Constraint))
    return replace(operation, absorbed=constraints) if isinstance(operation, AddConstraint) else operation
