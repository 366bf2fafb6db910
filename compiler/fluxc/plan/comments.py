"""The operation on comments, the same for every kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.operation import Operation

if TYPE_CHECKING:
    from fluxc.model.state import Object
    from fluxc.plan.operation import Objects


@dataclass(frozen=True, slots=True)
class SetComment(Operation):
    """Change or take away the comment of an object, ``early`` where it is no object of its own any longer."""

    old: Object
    new: Object
    early: bool = False
    rank: ClassVar[int] = 90

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank."""
        return self.stage, 70 if self.early else self.rank

    @property
    def subject(self) -> Object:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"doc": self.new.doc})

    def reverse(self) -> tuple[Operation, ...]:
        return (SetComment(self.new, self.old, self.early),)

    def describe(self) -> str:
        verb = "Set" if self.new.doc else "Drop"
        return f"{verb} the comment of {self.new.noun} {self.new.sql}"
