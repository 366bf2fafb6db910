"""Operations on extended statistics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.operation import Create, Drop, Operation, Rename

if TYPE_CHECKING:
    from fluxc.model.statistics import Statistics
    from fluxc.plan.operation import Objects


class CreateStatistics(Create):
    """Create extended statistics; ``analyze`` fills them."""

    new: Statistics
    rank: ClassVar[int] = 88

    def reverse(self) -> tuple[Operation, ...]:
        return (DropStatistics(self.new),)


class DropStatistics(Drop):
    """Drop extended statistics."""

    old: Statistics

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateStatistics(self.old),)


class RenameStatistics(Rename):
    """Rename extended statistics."""

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameStatistics(self.new, self.old),)


@dataclass(frozen=True, slots=True)
class SetStatisticsTarget(Operation):
    """Change how closely extended statistics look at the values."""

    old: Statistics
    new: Statistics
    rank: ClassVar[int] = 89

    @property
    def subject(self) -> Statistics:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"target": self.new.target})

    def reverse(self) -> tuple[Operation, ...]:
        return (SetStatisticsTarget(self.new, self.old),)

    def describe(self) -> str:
        return f"Change how closely statistics {self.new.sql} look"
