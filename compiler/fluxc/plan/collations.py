"""Operations on collations."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.moved import moved_collation
from fluxc.plan.operation import Create, Drop, Operation, Rename, renamed_in_place

if TYPE_CHECKING:
    from fluxc.model.collation import Collation
    from fluxc.plan.operation import Objects


class CreateCollation(Create):
    """Create a collation."""

    new: Collation
    stage: ClassVar[int] = 2
    rank: ClassVar[int] = 1

    def reverse(self) -> tuple[Operation, ...]:
        return (DropCollation(self.new),)


class DropCollation(Drop):
    """Drop a collation that nothing uses."""

    old: Collation
    stage: ClassVar[int] = 8

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateCollation(self.old),)


class RenameCollation(Rename):
    """Rename a collation; what is ordered by it follows."""

    def apply(self, objects: Objects) -> None:
        renamed_in_place(objects, {self.old.key: self.new})
        moved_collation(objects, self.old.key.path, self.new.key.path)

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameCollation(self.new, self.old),)
