"""Operations on roles, which belong to the server: other databases may have made them, and use them.

So none is ever dropped, and each statement is behind a look whether it is needed: who may not touch roles can migrate
where they are as they shall be.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

from fluxc.model.default_privileges import DefaultPrivileges
from fluxc.model.policy import Policy
from fluxc.model.privileges import Privileges
from fluxc.model.role import FLAGS, FOR_EVER, NO_LIMIT, Membership, Role
from fluxc.model.role_names import under_name
from fluxc.model.settings import values
from fluxc.model.state import Key
from fluxc.plan.default_privileges import CreateDefaultPrivileges, DropDefaultPrivileges, SetDefaultPrivileges
from fluxc.plan.operation import Create, Drop, Effects, Operation, Rename, renamed_in_place
from fluxc.plan.policies import AlterPolicy
from fluxc.plan.privileges import SetPrivileges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.compiled import Intent
    from fluxc.model.state import Object, State
    from fluxc.plan.operation import Objects
    from fluxc.plan.renames import Renaming


class Joining(NamedTuple):
    """A membership that is given or taken, or only the right to pass it on; ``options`` are set where it is given."""

    verb: Literal["grant", "grant admin", "grant options", "revoke", "revoke admin"]
    role: str
    options: tuple[tuple[str, bool], ...] = ()


class Setting(NamedTuple):
    """A parameter that is set for a role's sessions, in this database or in all; ``values`` None takes it away."""

    name: str
    value: str | None
    values: tuple[str, ...] | None
    here: bool


class Change(NamedTuple):
    """What of a role is set: only what a schema says, or said before; ``tells`` says whether its comment is."""

    flags: tuple[tuple[str, bool], ...]
    limit: int | None
    until: str | None
    joining: tuple[Joining, ...]
    settings: tuple[Setting, ...]
    doc: str | None
    tells: bool

    @classmethod
    def between(cls, old: Role | None, new: Role) -> Change:
        """Return what takes a role from ``old`` to ``new``; what is said no more becomes as a new role has it."""
        was = old or Role(name=new.name)
        flags = {name: new.flags.get(name, usual) for name, usual in FLAGS.items() if _differs(was, new, name)}
        limit = _either(new.connection_limit, NO_LIMIT) if _differs(was, new, "connection_limit") else None
        until = _either(new.valid_until, FOR_EVER) if _differs(was, new, "valid_until") else None
        settings = (*_set(was.settings, new.settings, here=False),)
        settings += (*_set(was.database_settings, new.database_settings, here=True),)
        return cls(tuple(flags.items()), limit, until, tuple(_joining(was, new)), settings, new.doc, was.doc != new.doc)


def _differs(old: Role, new: Role, name: str) -> bool:
    return bool(getattr(old, name) != getattr(new, name))


def _either(value: Any, otherwise: Any) -> Any:
    return otherwise if value is None else value


def _joining(old: Role, new: Role) -> Iterator[Joining]:
    before, after = ({item.role: item for item in role.member_of} for role in (old, new))
    yield from (Joining("revoke", role) for role in before if role not in after)
    for role, item in after.items():
        was = before.get(role)
        if was is None:
            yield Joining("grant", role)
        if item != (was or Membership(role)):
            yield from _options(was or Membership(role), item, inherits=new.inherit is not False)


def _options(old: Membership, new: Membership, *, inherits: bool) -> Iterator[Joining]:
    if old.admin != new.admin:
        yield Joining("grant admin" if new.admin else "revoke admin", new.role)
    said = (("inherit", old.inherit, new.inherit, inherits), ("set", old.set, new.set, True))
    options = tuple((word, _either(now, usual)) for word, was, now, usual in said if was != now)
    if options:
        yield Joining("grant options", new.role, options)


def _set(old: Iterable[tuple[str, str]], new: Iterable[tuple[str, str]], *, here: bool) -> Iterator[Setting]:
    before, after = dict(old), dict(new)
    yield from (Setting(name, None, None, here) for name in before if name not in after)
    for name, value in after.items():
        if before.get(name) != value:
            yield Setting(name, value, values(name, value), here)


def _within(role: Role) -> frozenset[Key]:
    return frozenset(Key(Role.kind, (item.role,)) for item in role.member_of)


class CreateRole(Create):
    """Make a role where the server lacks it, and let it be as the schema says."""

    new: Role
    stage: ClassVar[int] = -2

    @property
    def change(self) -> Change:
        """Return what is set of it."""
        return Change.between(None, self.new)

    def reverse(self) -> tuple[Operation, ...]:
        return (LeaveRole(self.new),)

    def describe(self) -> str:
        return f"Make role {self.new.sql} where it is missing"

    def hazards(self) -> tuple[str, ...]:
        return ("changes-access",)

    def effects(self, before: State, after: State) -> Effects:
        del before, after
        return Effects(makes=frozenset({self.key}), needs=_within(self.new))


class LeaveRole(Drop):
    """Have nothing more to do with a role, which stays as it is."""

    old: Role
    stage: ClassVar[int] = 9

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateRole(self.old),)

    def describe(self) -> str:
        return f"Leave role {self.old.sql} as it is: other databases of the server may use it"

    def effects(self, before: State, after: State) -> Effects:
        del before, after
        return Effects()


@dataclass(frozen=True, slots=True)
class AlterRole(Operation):
    """Change what a role may do, what it is a member of and what is set for its sessions."""

    old: Role
    new: Role
    stage: ClassVar[int] = -2

    @property
    def subject(self) -> Role:
        return self.new

    @property
    def order(self) -> tuple[int, int]:
        """Return a place before all that makes members where it ends memberships."""
        return self.stage, -1 if any(item.verb == "revoke" for item in self.change.joining) else 0

    @property
    def change(self) -> Change:
        """Return what is set of it."""
        return Change.between(self.old, self.new)

    def apply(self, objects: Objects) -> None:
        objects[self.key] = self.new

    def reverse(self) -> tuple[Operation, ...]:
        return (AlterRole(self.new, self.old),)

    def describe(self) -> str:
        return f"Change role {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("changes-access",)

    def effects(self, before: State, after: State) -> Effects:
        del before, after
        return Effects(needs=_within(self.new))


@dataclass(frozen=True, slots=True)
class RenameRole(Rename):
    """Rename a role; where another database's migration has made the new one, give that what the old one has here."""

    old: Role
    new: Role
    given: tuple[Operation, ...] = ()

    @property
    def change(self) -> Change:
        """Return what is set of it, which another database's migration may have made."""
        return Change.between(None, self.new)

    def apply(self, objects: Objects) -> None:
        moved = {key: under_name(item, self.old.name, self.new.name) for key, item in objects.items()}
        renamed_in_place(objects, {key: item for key, item in moved.items() if item is not objects[key]})

    def reverse(self) -> tuple[Operation, ...]:
        back = tuple(operation for item in reversed(self.given) for operation in item.reverse())
        return (RenameRole(self.new, self.old, back),)

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)


def creating_role(item: Object) -> CreateRole:
    """Return the operation that makes a role."""
    assert isinstance(item, Role)
    return CreateRole(item)


def leaving_role(item: Object) -> LeaveRole:
    """Return the operation after which a role is none of the project's."""
    assert isinstance(item, Role)
    return LeaveRole(item)


def altering_role(old: Object, new: Object) -> Iterator[AlterRole]:
    """Yield what takes a role from ``old`` to ``new``, with its comment; what it leaves may become a member of it."""
    assert isinstance(old, Role)
    assert isinstance(new, Role)
    staying = {item.role for item in new.member_of}
    parted = old.model_copy(update={"member_of": tuple(item for item in old.member_of if item.role in staying)})
    if parted != old:
        yield AlterRole(old, parted)
    if parted != new:
        yield AlterRole(parted, new)


def rename_roles(renaming: Renaming, after: State, intent: Intent) -> None:
    """Rename the roles that had another name, where that is nobody's any more and the new one is not there yet."""
    for key, paths in sorted(intent.was.items()):
        if key.kind != Role.kind or key not in after.objects or key in renaming.state.objects:
            continue
        earlier = (Key(Role.kind, path) for path in paths)
        found = (renaming.state.get(one) for one in earlier if one not in after.objects)
        old = next((role for role in found if role is not None), None)
        if isinstance(old, Role):
            new = under_name(old, old.name, key.path[0])
            assert isinstance(new, Role)
            renaming.do(RenameRole(old, new, tuple(_given(renaming.state, old.name, new.name))))


def _given(state: State, old: str, new: str) -> Iterator[Operation]:
    """Yield what gives one role what another one has in this database, and takes it from that."""
    for item in state:
        moved = under_name(item, old, new)
        if moved is not item:
            yield from _given_on(item, moved, old)


def _given_on(item: Object, moved: Object, old: str) -> Iterator[Operation]:
    match item, moved:
        case Privileges(), Privileges():
            yield SetPrivileges(item, moved)
        case DefaultPrivileges(), DefaultPrivileges() if item.key == moved.key:
            yield SetDefaultPrivileges(item, moved)
        case DefaultPrivileges(), DefaultPrivileges():
            yield DropDefaultPrivileges(item)
            yield CreateDefaultPrivileges(moved)
        case Policy(), Policy():
            yield AlterPolicy(item, moved)
        case Role(), Role() if item.name != old:
            yield AlterRole(item, moved)
        case _:
            pass
