"""Operations on the owner of an object and on what roles may do with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Literal, NamedTuple

from fluxc.model.privileges import OWNER, PUBLIC, everybody, known
from fluxc.plan.operation import Create, Drop, Operation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.privileges import Privileges
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


def changes(old: Privileges | None, new: Privileges | None) -> tuple[Change, ...]:
    """Return the statements between two sets of privileges on one object, what is taken away first."""
    item = new or old
    assert item is not None
    said = {grant.role for each in (old, new) if each for grant in each.grants}
    before, after = ({role: _held(each, item, role) for role in said} for each in (old, new))
    taken = [change for role in sorted(said) for change in _taken(item, role, before[role], after[role])]
    given = [change for role in sorted(said) for change in _given(item, role, before[role], after[role])]
    return (*taken, *given)


class _Held(NamedTuple):
    """What a role may do and what it may pass on; ``whole`` where an owner may do whatever the server knows."""

    privileges: tuple[str, ...] = ()
    grantable: tuple[str, ...] = ()
    whole: bool = False


def _held(privileges: Privileges | None, item: Privileges, role: str) -> _Held:
    held, passed = privileges.held(role) if privileges else (None, ())
    if held is not None:
        return _Held(held, passed)
    if role == OWNER and item.of != "column":
        return _Held(whole=True)
    return _Held(everybody(item.of, item.key.path)) if role == PUBLIC else _Held()


def _taken(item: Privileges, role: str, had: _Held, has: _Held) -> Iterator[Change]:
    if had.whole != has.whole:
        yield Change("revoke", _WHOLE, role, option=False)
        return
    if gone := _among(item, set(had.privileges) - set(has.privileges)):
        yield Change("revoke", gone, role, option=False)
    if unpassed := _among(item, set(had.grantable) & set(has.privileges) - set(has.grantable)):
        yield Change("revoke", unpassed, role, option=True)


def _given(item: Privileges, role: str, had: _Held, has: _Held) -> Iterator[Change]:
    if has.whole and not had.whole:
        yield Change("grant", _WHOLE, role, option=False)
        return
    passed = set(has.grantable) - set(had.grantable)
    if fresh := _among(item, set(has.privileges) - set(had.privileges) - passed):
        yield Change("grant", fresh, role, option=False)
    if passed:
        yield Change("grant", _among(item, passed), role, option=True)


def _among(item: Privileges, names: set[str]) -> tuple[str, ...]:
    return tuple(name for name in known(item.of, _NEWEST) if name in names)


class CreatePrivileges(Create):
    """Say who owns an object and who may do what with it."""

    new: Privileges
    stage: ClassVar[int] = 5
    rank: ClassVar[int] = 2

    @property
    def owner(self) -> str | None:
        """Return the owner, where it is told."""
        return self.new.owner

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what is granted and revoked."""
        return changes(None, self.new)

    def reverse(self) -> tuple[Operation, ...]:
        return (DropPrivileges(self.new),)

    def describe(self) -> str:
        return _sentence(self.new)

    def hazards(self) -> tuple[str, ...]:
        return ("changes-access",)


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
        """Return what is granted and revoked."""
        return changes(self.old, self.new)

    def apply(self, objects: Objects) -> None:
        objects[self.key] = self.new

    def reverse(self) -> tuple[Operation, ...]:
        return (SetPrivileges(self.new, self.old),)

    def describe(self) -> str:
        return _sentence(self.new)

    def hazards(self) -> tuple[str, ...]:
        return ("changes-access",)


def _sentence(item: Privileges) -> str:
    return f"Set who may do what with {item.of.replace('_', ' ')} {item.sql}"
