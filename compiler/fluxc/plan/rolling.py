"""Tables whose partitions the calendar makes: how their rule changes, and how partitions become its, or have names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.privileges import Privileges
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.operation import Operation
from fluxc.plan.table_options import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.rolling import Rolling
    from fluxc.model.state import Object, State
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Objects, Path


class SetRolling(Change):
    """Have `fluxc roll` make partitions by another rule; nothing is done to the table."""

    old: Table
    new: Table
    rank: ClassVar[int] = 96
    changes: ClassVar[tuple[str, ...]] = ("rolling",)

    def describe(self) -> str:
        if self.new.rolling is None:
            return f"Have no rule make partitions of {self.new.sql} any more"
        return f"Have `fluxc roll` make partitions of {self.new.sql}: {said(self.new.rolling)}"

    def hazards(self) -> tuple[str, ...]:
        return _hazards(self.new)


@dataclass(frozen=True, slots=True)
class Handed(Operation):
    """What handing partitions over to a rule and taking them back have in common.

    ``partitions`` are they with all that lies in them; ``creations`` are by the path of each what makes it.
    """

    old: Table
    new: Table
    partitions: tuple[Object, ...]
    creations: tuple[tuple[Path, tuple[Operation, ...]], ...]

    @property
    def subject(self) -> Table:
        return self.new

    @property
    def names(self) -> str:
        """Return the partitions by name."""
        return ", ".join(item.sql for item in self.partitions if isinstance(item, Table))

    def _set(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"rolling": self.new.rolling})


class LeavePartitions(Handed):
    """Leave partitions that have names to the rule of their table: they stay, and come and go with the calendar."""

    stage: ClassVar[int] = 1

    def apply(self, objects: Objects) -> None:
        self._set(objects)
        for item in self.partitions:
            del objects[item.key]

    def reverse(self) -> tuple[Operation, ...]:
        return (NamePartitions(self.new, self.old, self.partitions, self.creations),)

    def describe(self) -> str:
        assert self.new.rolling is not None
        return f"Leave {self.names} to the rule of {self.new.sql}: {said(self.new.rolling)}"

    def hazards(self) -> tuple[str, ...]:
        return _hazards(self.new)

    def unrecoverable(self) -> str | None:
        if self.new.rolling is None or self.new.rolling.keep is None:
            return None
        return f"what `fluxc roll` has detached or dropped of {self.new.sql} meanwhile"


class NamePartitions(Handed):
    """Have a table the partitions that are named; those that are there already stay as they are."""

    stage: ClassVar[int] = 4
    rank: ClassVar[int] = -2

    def apply(self, objects: Objects) -> None:
        self._set(objects)
        objects.update((item.key, item) for item in self.partitions)

    def reverse(self) -> tuple[Operation, ...]:
        return (LeavePartitions(self.new, self.old, self.partitions, self.creations),)

    def describe(self) -> str:
        return f"Have {self.new.sql} the partitions {self.names}, where they are not there"


def said(rule: Rolling) -> str:
    """Return a rule in words."""
    words = f"every {rule.every}, {rule.ahead} ahead"
    if rule.keep is None:
        return words
    return f"{words}, the last {rule.keep} kept, older ones {'dropped' if rule.drop else 'detached'}"


def _hazards(table: Table) -> tuple[str, ...]:
    """Return what can go wrong under a rule: old partitions that are there go with their rows."""
    return ("deletes-data",) if table.rolling is not None and table.rolling.drop else ()


def take_handed(difference: Difference) -> None:
    """Take out the partitions that a rule takes over, or gives back: these are neither gone nor new."""
    before, after = difference.before, difference.after
    changed = [(old, new) for old, new in difference.changed if isinstance(old, Table) and isinstance(new, Table)]
    for old, new in changed:
        if old.rolling is None and new.rolling is not None:
            gone = list(_partitions(old, before, after))
            if gone:
                difference.own.append(LeavePartitions(old, new, tuple(gone), tuple(_creations(gone, after, before))))
                difference.removed = [item for item in difference.removed if item not in gone]
        elif old.rolling is not None and new.rolling is None:
            come = list(_partitions(new, after, before))
            if come:
                difference.own.append(NamePartitions(old, new, tuple(come), tuple(_creations(come, before, after))))
                difference.added = [item for item in difference.added if item not in come]


def rule_changed(old: Table, new: Table, difference: Difference) -> Iterator[SetRolling]:
    """Yield what has partitions made by another rule, where none are handed over with it."""
    if not any(isinstance(item, Handed) and item.key == new.key for item in difference.own):
        yield SetRolling(old, new)


def _partitions(table: Table, there: State, other: State) -> Iterator[Object]:
    """Yield the partitions of a table, of any depth, that only one state has, with all that is of them."""
    paths = {path for path in there.partitions(table.key.path) if other.get(Key(Table.kind, path)) is None}
    for item in there:
        whole = item.key.path in paths and isinstance(item, Table | Privileges)
        if whole or item.place in paths:
            yield item


def _creations(items: list[Object], before: State, after: State) -> Iterator[tuple[Path, tuple[Operation, ...]]]:
    """Yield by the path of each partition what makes it, and what is of it, in order."""
    from fluxc.plan.creation import comes_along, creations
    from fluxc.plan.given import Given
    from fluxc.plan.new_tables import create_tables
    from fluxc.plan.ordering import ordered

    fresh = {item.key.path for item in items if isinstance(item, Table)}
    others = [item for item in items if not comes_along(item, fresh)]
    made = [*create_tables(fresh, before, after), *creations(others, fresh, before, after)]
    everything = list(Given.of(before).behind(ordered(made, before, after)))
    for path in dict.fromkeys(item.key.path for item in everything if item.key.path in fresh):
        yield path, tuple(item for item in everything if item.key.path[: len(path)] == path)
