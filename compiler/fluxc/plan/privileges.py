"""Operations on the owner of an object and on what roles may do with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Literal, NamedTuple, Protocol

from fluxc.model.privileges import OWNER, known, said
from fluxc.plan.operation import Create, Drop, Operation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.privileges import Grant, Held, Privileges
    from fluxc.plan.operation import Objects

Verb = Literal["grant", "revoke"]
_NEWEST: Final = 99
_WHOLE: Final = ("all privileges",)


class Change(NamedTuple):
    """One statement: privileges given to a role or taken from it, or only the right to pass them on."""

    verb: Verb
    privileges: tuple[str, ...]
    role: str
    option: bool


class Granting(Protocol):
    """What says who may do what with objects of a kind."""

    @property
    def of(self) -> str:
        """Return the kind of the objects."""
        ...

    @property
    def grants(self) -> tuple[Grant, ...]:
        """Return what is said."""
        ...

    def held(self, role: str) -> Held:
        """Return what a role may do, whether that is said or not."""
        ...

    def standard(self, role: str) -> Held:
        """Return what a role may do where nothing is said of it."""
        ...


def changes(old: Granting | None, new: Granting | None) -> tuple[Change, ...]:
    """Return the statements between two sets of privileges on one object, what is taken away first."""
    item = new or old
    assert item is not None
    roles = {grant.role for each in (old, new) if each for grant in each.grants}
    before, after = (
        {role: (each.held(role) if each else item.standard(role)) for role in roles} for each in (old, new)
    )
    taken = [change for role in sorted(roles) for change in _taken(item, role, before[role], after[role])]
    given = [change for role in sorted(roles) for change in _given(item, role, before[role], after[role])]
    return (*taken, *given)


def _taken(item: Granting, role: str, had: Held, has: Held) -> Iterator[Change]:
    if had.whole != has.whole:
        yield Change("revoke", _WHOLE, role, option=False)
        return
    if gone := _among(item, set(had.privileges) - set(has.privileges)):
        yield Change("revoke", gone, role, option=False)
    if unpassed := _among(item, set(had.grantable) & set(has.privileges) - set(has.grantable)):
        yield Change("revoke", unpassed, role, option=True)


def _given(item: Granting, role: str, had: Held, has: Held) -> Iterator[Change]:
    if has.whole and not had.whole:
        yield Change("grant", _WHOLE, role, option=False)
        return
    passed = set(has.grantable) - set(had.grantable)
    if fresh := _among(item, set(has.privileges) - set(had.privileges) - passed):
        yield Change("grant", fresh, role, option=False)
    if passed:
        yield Change("grant", _among(item, passed), role, option=True)


def _among(item: Granting, names: set[str]) -> tuple[str, ...]:
    return tuple(name for name in known(item.of, _NEWEST) if name in names)


@dataclass(frozen=True, slots=True)
class CreatePrivileges(Create):
    """Say who owns an object and who may do what with it.

    ``given`` is what the object has had since it was made just before: what default privileges gave it.
    """

    new: Privileges
    given: Privileges | None = None
    stage: ClassVar[int] = 5
    rank: ClassVar[int] = 2

    @property
    def owner(self) -> str | None:
        """Return the owner, where it is told."""
        return self.new.owner

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what is granted and revoked."""
        return changes(self.given, self.new)

    def reverse(self) -> tuple[Operation, ...]:
        return (DropPrivileges(self.new),)

    def describe(self) -> str:
        told = self.owner or self.changes
        return _sentence(self.new) if told else f"Leave as default privileges have it {_which(self.new)}"

    def hazards(self) -> tuple[str, ...]:
        return ("changes-access",)


@dataclass(frozen=True, slots=True)
class RevokeGiven(Operation):
    """Take from an object that was made just before what default privileges gave roles on it."""

    new: Privileges
    owner: ClassVar[None] = None

    @property
    def subject(self) -> Privileges:
        return self.new

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what is revoked, and granted where default privileges take something away."""
        return changes(self.new, None)

    def apply(self, objects: Objects) -> None:
        """Leave the state as it is: it knows what an object shall have."""
        del objects

    def reverse(self) -> tuple[Operation, ...]:
        return ()

    def describe(self) -> str:
        return _sentence(self.new)


class DropPrivileges(Drop):
    """Have an object belong to who migrates, and everybody do with it what PostgreSQL lets them."""

    old: Privileges
    stage: ClassVar[int] = 1

    @property
    def new(self) -> Privileges:
        """Return whose privileges they were."""
        return self.old

    @property
    def owner(self) -> str | None:
        """Return who owns it now, where another role did."""
        return OWNER if self.old.owner else None

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what is granted and revoked."""
        return changes(self.old, None)

    def reverse(self) -> tuple[Operation, ...]:
        return (CreatePrivileges(self.old),)

    def describe(self) -> str:
        return _sentence(self.old)

    def hazards(self) -> tuple[str, ...]:
        return ("changes-access",)


@dataclass(frozen=True, slots=True)
class SetPrivileges(Operation):
    """Change who owns an object and who may do what with it."""

    old: Privileges
    new: Privileges
    stage: ClassVar[int] = 5
    rank: ClassVar[int] = 2

    @property
    def subject(self) -> Privileges:
        return self.new

    @property
    def owner(self) -> str | None:
        """Return the owner where it becomes another."""
        return None if self.old.owner == self.new.owner else self.new.owner or OWNER

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what is granted and revoked; what the new owner was granted is part of what owners have."""
        if self.owner is None or said(self.new.grants, self.owner) is not None:
            return changes(self.old, self.new)
        kept = tuple(grant._replace(grantable=()) for grant in self.old.grants if grant.role == self.owner)
        return changes(self.old, self.new.model_copy(update={"grants": (*self.new.grants, *kept)}))

    def apply(self, objects: Objects) -> None:
        objects[self.key] = self.new

    def reverse(self) -> tuple[Operation, ...]:
        return (SetPrivileges(self.new, self.old),)

    def describe(self) -> str:
        return _sentence(self.new)

    def hazards(self) -> tuple[str, ...]:
        return ("changes-access",)


def _sentence(item: Privileges) -> str:
    return f"Set {_which(item)}"


def _which(item: Privileges) -> str:
    return f"who may do what with {item.of.replace('_', ' ')} {item.sql}"
