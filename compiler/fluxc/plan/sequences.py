"""Operations on sequences that no column owns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.sequence import SequenceOptions
from fluxc.plan.moved import moved_type
from fluxc.plan.operation import Create, Drop, Operation, Rename, renamed_in_place

if TYPE_CHECKING:
    from fluxc.model.sequence import Sequence
    from fluxc.plan.operation import Objects


class CreateSequence(Create):
    """Create a sequence."""

    new: Sequence
    stage: ClassVar[int] = 2
    rank: ClassVar[int] = 1

    def reverse(self) -> tuple[Operation, ...]:
        return (DropSequence(self.new),)


class DropSequence(Drop):
    """Drop a sequence."""

    old: Sequence
    stage: ClassVar[int] = 8

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateSequence(self.old),)

    def hazards(self) -> tuple[str, ...]:
        return ("deletes-data",)

    def unrecoverable(self) -> str | None:
        return f"where sequence {self.old.sql} had counted to"


class RenameSequence(Rename):
    """Rename a sequence; defaults that draw from it follow."""

    def apply(self, objects: Objects) -> None:
        renamed_in_place(objects, {self.old.key: self.new})
        moved_type(objects, self.old.key.path, self.new.key.path)

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameSequence(self.new, self.old),)

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)


@dataclass(frozen=True, slots=True)
class AlterSequence(Operation):
    """Change the type of a sequence or how it counts; it goes on from where it is."""

    old: Sequence
    new: Sequence

    @property
    def subject(self) -> Sequence:
        return self.new

    @property
    def counting(self) -> SequenceOptions:
        """Return how it counts from now on."""
        return self.new.counting or SequenceOptions()

    @property
    def restarts(self) -> bool:
        """Return whether it starts over, since it counts the other way."""
        return (self.old.counting or SequenceOptions()).turns(self.counting)

    def apply(self, objects: Objects) -> None:
        update = {"type": self.new.type, "counting": self.new.counting}
        objects[self.key] = objects[self.key].model_copy(update=update)

    def reverse(self) -> tuple[Operation, ...]:
        return (AlterSequence(self.new, self.old),)

    def describe(self) -> str:
        return f"Change how sequence {self.new.sql} counts"
