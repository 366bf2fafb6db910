"""Operations on extensions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.operation import Create, Drop, Operation, renamed_in_place

if TYPE_CHECKING:
    from fluxc.model.extension import Extension
    from fluxc.plan.operation import Objects


class CreateExtension(Create):
    """Install an extension that the server has."""

    new: Extension
    stage: ClassVar[int] = -1

    def reverse(self) -> tuple[Operation, ...]:
        return (DropExtension(self.new),)


class DropExtension(Drop):
    """Take an extension out, with everything that it brought."""

    old: Extension
    stage: ClassVar[int] = 9

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateExtension(self.old),)


@dataclass(frozen=True, slots=True)
class _Change(Operation):
    old: Extension
    new: Extension

    @property
    def subject(self) -> Extension:
        return self.new


@dataclass(frozen=True, slots=True)
class MoveExtension(_Change):
    """Move what an extension brought to another namespace; columns of its types, called ``types``, follow."""

    types: tuple[str, ...] = ()

    def apply(self, objects: Objects) -> None:
        from fluxc.plan.moved import moved_type  # most plans rename nothing

        renamed_in_place(objects, {self.old.key: self.new})
        for name in self.types:
            moved_type(objects, (self.old.namespace, name), (self.new.namespace, name))

    def reverse(self) -> tuple[Operation, ...]:
        return (MoveExtension(self.new, self.old, self.types),)

    def describe(self) -> str:
        return f"Move extension {self.new.sql} to {self.new.namespace}"

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)


class UpdateExtension(_Change):
    """Bring an extension to another version."""

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"version": self.new.version})

    def reverse(self) -> tuple[Operation, ...]:
        return (UpdateExtension(self.new, self.old),)

    def describe(self) -> str:
        return f"Update extension {self.new.sql}"

    def irreversible(self) -> str | None:
        return f"extension {self.new.sql} has no way back to an older version"
