"""Operations on what roles may do with objects that are not there yet.

They come behind all that makes or drops an object, so that everything a migration makes, and everything that its way
back makes again, is made under the default privileges that were there before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.plan.operation import Create, Drop, Operation
from fluxc.plan.privileges import changes

if TYPE_CHECKING:
    from fluxc.model.default_privileges import DefaultPrivileges
    from fluxc.plan.operation import Objects
    from fluxc.plan.privileges import Change


def _order(item: DefaultPrivileges) -> tuple[int, int]:
    """Return a place behind all drops, and before that of the namespace where it is in one."""
    return (8, 1) if item.place else (8, 3)


def _sentence(item: DefaultPrivileges) -> str:
    where = f" in namespace {item.place[0]}" if item.place else ""
    made = f" that {item.by} makes" if item.by is not None else ""
    return f"Set who may do what with new {item.on.replace('_', ' ')}{made}{where}"


class CreateDefaultPrivileges(Create):
    """Say what roles may do with what is made from now on."""

    new: DefaultPrivileges

    @property
    def order(self) -> tuple[int, int]:
        return _order(self.new)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what is granted and revoked."""
        return changes(None, self.new)

    def reverse(self) -> tuple[Operation, ...]:
        return (DropDefaultPrivileges(self.new),)

    def describe(self) -> str:
        return _sentence(self.new)

    def hazards(self) -> tuple[str, ...]:
        return ("changes-access",)


class DropDefaultPrivileges(Drop):
    """Let roles do with what is made from now on what PostgreSQL lets them."""

    old: DefaultPrivileges

    @property
    def order(self) -> tuple[int, int]:
        return _order(self.old)

    @property
    def new(self) -> DefaultPrivileges:
        """Return what they were."""
        return self.old

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what is granted and revoked."""
        return changes(self.old, None)

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateDefaultPrivileges(self.old),)

    def describe(self) -> str:
        return _sentence(self.old)

    def hazards(self) -> tuple[str, ...]:
        return ("changes-access",)


@dataclass(frozen=True, slots=True)
class SetDefaultPrivileges(Operation):
    """Change what roles may do with what is made from now on."""

    old: DefaultPrivileges
    new: DefaultPrivileges

    @property
    def subject(self) -> DefaultPrivileges:
        return self.new

    @property
    def order(self) -> tuple[int, int]:
        return _order(self.new)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what is granted and revoked."""
        return changes(self.old, self.new)

    def apply(self, objects: Objects) -> None:
        objects[self.key] = self.new

    def reverse(self) -> tuple[Operation, ...]:
        return (SetDefaultPrivileges(self.new, self.old),)

    def describe(self) -> str:
        return _sentence(self.new)

    def hazards(self) -> tuple[str, ...]:
        return ("changes-access",)
