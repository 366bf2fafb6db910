"""Operations on namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.operation import Create, Drop, Operation, Rename, renamed_in_place

if TYPE_CHECKING:
    from fluxc.plan.operation import Objects


class CreateNamespace(Create):
    """Create a namespace."""

    stage: ClassVar[int] = 2

    def reverse(self) -> tuple[Operation, ...]:
        return (DropNamespace(self.new),)


class DropNamespace(Drop):
    """Drop an empty namespace."""

    stage: ClassVar[int] = 8
    rank: ClassVar[int] = 2

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateNamespace(self.old),)


class RenameNamespace(Rename):
    """Rename a namespace with everything in it."""

    def apply(self, objects: Objects) -> None:
        from fluxc.plan.moved import moved  # most plans rename nothing

        renamed_in_place(objects, {self.old.key: self.new})
        moved(objects, (self.old.name,), (self.new.name,))

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameNamespace(self.new, self.old),)

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)
