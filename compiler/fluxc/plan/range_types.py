"""Operations on range types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.moved import moved
from fluxc.plan.operation import Create, Drop, Operation, Rename, renamed_in_place

if TYPE_CHECKING:
    from fluxc.model.range_type import RangeType
    from fluxc.plan.operation import Objects


class CreateRangeType(Create):
    """Create a range type, with its multirange type."""

    new: RangeType
    stage: ClassVar[int] = 2
    rank: ClassVar[int] = 2

    def reverse(self) -> tuple[Operation, ...]:
        return (DropRangeType(self.new),)


class DropRangeType(Drop):
    """Drop a range type that nothing uses."""

    old: RangeType
    stage: ClassVar[int] = 8

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateRangeType(self.old),)


class RenameRangeType(Rename):
    """Rename a range type; its multirange type follows where its name is derived, and what is of them follows."""

    old: RangeType
    new: RangeType

    @property
    def multiranges(self) -> tuple[str, str] | None:
        """Return the old and the new name of the multirange type where they differ."""
        names = self.old.multirange_name, self.new.multirange_name
        return names if names[0] != names[1] else None

    def apply(self, objects: Objects) -> None:
        renamed_in_place(objects, {self.old.key: self.new})
        moved(objects, self.old.key.path, self.new.key.path)
        if self.multiranges:
            moved(objects, *((*self.old.place, name) for name in self.multiranges))

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameRangeType(self.new, self.old),)


@dataclass(frozen=True, slots=True)
class RenameMultirange(Operation):
    """Rename the multirange type of a range type; what is of it follows."""

    old: RangeType
    new: RangeType

    @property
    def subject(self) -> RangeType:
        return self.new

    @property
    def multiranges(self) -> tuple[str, str]:
        """Return the old and the new name."""
        return self.old.multirange_name, self.new.multirange_name

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"multirange": self.new.multirange})
        moved(objects, *((*self.old.place, name) for name in self.multiranges))

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameMultirange(self.new, self.old),)

    def describe(self) -> str:
        return f"Rename the multirange type of range type {self.new.sql} to {self.new.multirange_name}"
