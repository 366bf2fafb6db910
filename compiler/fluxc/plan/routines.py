"""Operations on functions, procedures, aggregates and raw SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from fluxc.model.aggregate import Aggregate
from fluxc.plan.moved_routine import moved_routine
from fluxc.plan.operation import Create, Drop, Effects, Operation, Rename, replacing

if TYPE_CHECKING:
    from fluxc.model.raw import Raw
    from fluxc.model.routine import Routine
    from fluxc.model.state import State
    from fluxc.plan.operation import Objects


_FIRED: Final = frozenset({"trigger", "event_trigger"})
"""What functions return that nobody calls but triggers."""


class CreateRoutine(Create):
    """Create a function or a procedure."""

    new: Routine
    stage: ClassVar[int] = 2
    rank: ClassVar[int] = 2

    def reverse(self) -> tuple[Operation, ...]:
        return (DropRoutine(self.new),)


class CreateAggregate(Create):
    """Create an aggregate."""

    new: Aggregate
    stage: ClassVar[int] = 2
    rank: ClassVar[int] = 3

    def reverse(self) -> tuple[Operation, ...]:
        return (DropRoutine(self.new),)


class DropRoutine(Drop):
    """Drop a function, a procedure or an aggregate."""

    old: Routine
    stage: ClassVar[int] = 7

    def reverse(self) -> tuple[Operation, ...]:
        return (created(self.old),)

    def hazards(self) -> tuple[str, ...]:
        called_by_clients = getattr(self.old, "returns", None) not in _FIRED
        return ("breaks-clients",) if called_by_clients else ()


def created(item: Routine) -> Operation:
    """Return the operation that creates a routine."""
    return CreateAggregate(item) if isinstance(item, Aggregate) else CreateRoutine(item)


class RenameRoutine(Rename):
    """Rename a function, a procedure or an aggregate; what the server keeps parsed follows."""

    old: Routine
    new: Routine

    def apply(self, objects: Objects) -> None:
        moved_routine(objects, self.old, self.new)

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameRoutine(self.new, self.old),)

    def describe(self) -> str:
        return f"Rename {self.old.noun} {self.old.sql} to {self.new.quoted}"

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)


@dataclass(frozen=True, slots=True)
class ReplaceRoutine(Operation):
    """Give a function or a procedure another body or other attributes, under the same signature."""

    old: Routine
    new: Routine
    stage: ClassVar[int] = 4

    @property
    def subject(self) -> Routine:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.key] = self.new.model_copy(update={"doc": objects[self.key].doc})

    def reverse(self) -> tuple[Operation, ...]:
        return (ReplaceRoutine(self.new, self.old),)

    def describe(self) -> str:
        return f"Replace {self.new.noun} {self.new.sql}"

    def effects(self, before: State, after: State) -> Effects:
        return replacing(self.old, self.new, before, after)


_STAGES: Final = {"cast": 2, "event trigger": 10}
"""Casts are used without being named; an event trigger would look at all that comes behind it."""


class CreateRaw(Create):
    """Run the statements that make something."""

    new: Raw
    stage: ClassVar[int] = 5

    @property
    def order(self) -> tuple[int, int]:
        return _STAGES.get(self.new.made[0].kind if self.new.made else "", self.stage), self.rank

    def reverse(self) -> tuple[Operation, ...]:
        return (DropRaw(self.new),)


class DropRaw(Drop):
    """Run the statements that take away what raw SQL made."""

    old: Raw
    stage: ClassVar[int] = 1

    @property
    def order(self) -> tuple[int, int]:
        kind = self.old.made[0].kind if self.old.made else ""
        return 7 if kind == "cast" else self.stage, self.rank

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateRaw(self.old),)

    def hazards(self) -> tuple[str, ...]:
        return ("deletes-data",)
