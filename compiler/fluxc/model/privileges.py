"""Who owns an object and who may do what with it (manual, section 5.8)."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.names import prefix, qualified
from fluxc.model.state import ROUTINES, Key, Object, State

OWNER: Final = "$owner"
"""How grants call the owner of the object, whoever that is."""
PUBLIC: Final = "public"
"""How grants call everybody."""

_RELATION: Final = ("select", "insert", "update", "delete", "truncate", "references", "trigger")
ALL: Final = {
    "table": _RELATION,
    "view": _RELATION,
    "materialized_view": _RELATION,
    "column": ("select", "insert", "update", "references"),
    "sequence": ("select", "update", "usage"),
    "function": ("execute",),
    "procedure": ("execute",),
    "aggregate": ("execute",),
    "enum": ("usage",),
    "domain_type": ("usage",),
    "composite": ("usage",),
    "range_type": ("usage",),
    "type": ("usage",),
    "namespace": ("usage", "create"),
    "large_object": ("select", "update"),
}
"""The privileges that each kind of object knows, in their order; 17 adds ``maintain`` to relations."""
RELATIONS: Final = frozenset({"table", "view", "materialized_view"})
MAINTAIN: Final = "maintain"
MAINTAIN_SINCE: Final = 17
_EVERYBODY: Final = {
    **dict.fromkeys(("function", "procedure", "aggregate"), ("execute",)),
    **dict.fromkeys(("enum", "domain_type", "composite", "range_type", "type"), ("usage",)),
}


class Grant(NamedTuple):
    """What one role may do; ``grantable`` are those of its privileges that it may pass on."""

    role: str
    privileges: tuple[str, ...]
    grantable: tuple[str, ...] = ()


class Held(NamedTuple):
    """What a role may do and what it may pass on; ``whole`` where an owner may do whatever the server knows."""

    privileges: tuple[str, ...] = ()
    grantable: tuple[str, ...] = ()
    whole: bool = False


def everybody(of: str, path: tuple[str, ...]) -> tuple[str, ...]:
    """Return what PUBLIC may do with a new object, as PostgreSQL has it; the namespace ``public`` comes with it."""
    return ("usage",) if (of, path) == ("namespace", (PUBLIC,)) else _EVERYBODY.get(of, ())


def known(of: str, target: int) -> tuple[str, ...]:
    """Return every privilege that objects of a kind know on servers from ``target`` on."""
    return (*ALL[of], MAINTAIN) if of in RELATIONS and target >= MAINTAIN_SINCE else ALL[of]


class Privileges(Object):
    """The owner of another object, which has the same place and name, and what roles may do with it.

    ``of`` is the kind of that object.  Roles that ``grants`` leaves out may do what PostgreSQL lets them: the owner
    everything, everybody what `everybody` says, others nothing.  Without an ``owner`` it belongs to whoever made it.
    """

    kind: ClassVar[str] = "privileges"
    noun: ClassVar[str] = "privileges"
    parsed: ClassVar[bool] = True

    of: str
    owner: str | None = None
    grants: tuple[Grant, ...] = ()

    @property
    def sql(self) -> str:
        """Return the qualified name of the object, with the types of its arguments where it is a routine."""
        return f"{prefix(self.place)}{self.name}" if self.of in ROUTINES else qualified(*self.place, self.name)

    @property
    def called(self) -> str:
        """Return a name that no SQL text says."""
        return f"privileges {self.name}"

    @property
    def target(self) -> Key:
        """Return the key of the object that they are about."""
        return Key(self.of, self.key.path)

    def held(self, role: str) -> Held:
        """Return what a role may do: what is said, and where nothing is, what PostgreSQL lets it."""
        return said(self.grants, role) or self.standard(role)

    def standard(self, role: str) -> Held:
        """Return what PostgreSQL lets a role do."""
        if role == OWNER and self.of != "column":
            return Held(whole=True)
        return Held(everybody(self.of, self.key.path)) if role == PUBLIC else Held()


def said(grants: tuple[Grant, ...], role: str) -> Held | None:
    """Return what grants say of a role, None for nothing."""
    return next((Held(item.privileges, item.grantable) for item in grants if item.role == role), None)


class SequencePrivileges(Privileges):
    """What roles may do with the sequence of an identity column, which has the same place and name.

    ``sequence`` is the name that the sequence has in the column's namespace.
    """

    kind: ClassVar[str] = "sequence_privileges"

    of: str = "sequence"
    sequence: str

    @property
    def sql(self) -> str:
        """Return the qualified name of the sequence."""
        return qualified(self.place[0], self.sequence)

    @property
    def target(self) -> Key:
        """Return the key of the column."""
        return Key("column", self.key.path)


def sequence_privileges(state: State, column: Object) -> SequencePrivileges | None:
    """Return the privileges on the sequence of an identity column, if anything is said about them."""
    found = state.get(Key(SequencePrivileges.kind, column.key.path))
    return found if isinstance(found, SequencePrivileges) else None


def privileges_of(state: State, item: Object) -> Privileges | None:
    """Return the privileges of an object, if anything is said about them."""
    found = state.get(Key(Privileges.kind, item.key.path))
    return found if isinstance(found, Privileges) and found.of == item.kind else None


GrantsForm = Annotated[
    dict[str, str | list[str]] | None,
    Field(
        description="What roles may do, by role: a privilege, a list of them, or `all`, each with `with grant option` "
        "behind it where it may be passed on. `public` is everybody, `$owner` the owner."
    ),
]


class Access(BaseModel):
    """What a declaration says about the owner of an object and the privileges on it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    owner: Annotated[str | None, Field(description="The role that owns it, where that is not who migrates.")] = None
    grants: GrantsForm = None

    def access(self) -> tuple[str | None, dict[str, Any] | None]:
        """Return the owner and the grants as declared."""
        return self.owner, self.grants
