"""Which roles an object names, and the object once one of them has another name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from fluxc.model.default_privileges import DefaultPrivileges
from fluxc.model.policy import Policy
from fluxc.model.privileges import OWNER, PUBLIC, Privileges
from fluxc.model.role import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from fluxc.model.privileges import Grant
    from fluxc.model.state import Object, State

Named = TypeVar("Named", bound="Object")
_WORDS = frozenset({OWNER, PUBLIC, "current_user", "current_role", "session_user"})


def named_roles(state: State) -> set[str]:
    """Return the roles that own things, that are granted something, and that policies are about."""
    found: set[str | None] = set()
    for item in state:
        match item:
            case Privileges():
                found |= {item.owner, *(grant.role for grant in item.grants)}
            case DefaultPrivileges():
                found |= {item.by, *(grant.role for grant in item.grants)}
            case Policy():
                found.update(item.roles)
            case _:
                pass
    return {name for name in found if name is not None and name not in _WORDS}


def under_name(item: Object, old: str, new: str) -> Object:
    """Return an object as it names a role once that is called otherwise; the same one where it does not name it."""

    def called(name: str) -> str:
        return new if name == old else name

    match item:
        case Role():
            renamed = item.at(new) if item.name == old else item
            within = tuple(sorted(member._replace(role=called(member.role)) for member in item.member_of))
            return renamed if within == item.member_of else renamed.model_copy(update={"member_of": within})
        case Privileges():
            owner = called(item.owner) if item.owner is not None else None
            return _changed(item, owner=owner, grants=_granted(item.grants, called))
        case DefaultPrivileges():
            by = called(item.by) if item.by is not None else None
            said = DefaultPrivileges.named(item.place, item.on, by, _granted(item.grants, called))
            return item if said == item else said
        case Policy():
            return _changed(item, roles=tuple(sorted({called(name) for name in item.roles})))
        case _:
            return item


def _changed(item: Named, **said: object) -> Named:
    differs = any(getattr(item, name) != value for name, value in said.items())
    return item.model_copy(update=said) if differs else item


def _granted(grants: Iterable[Grant], called: Callable[[str], str]) -> tuple[Grant, ...]:
    """Return grants in their order; those of a role that has the new name already stand."""
    found = {called(grant.role): grant._replace(role=called(grant.role)) for grant in grants}
    found |= {grant.role: grant for grant in grants if called(grant.role) == grant.role}
    return tuple(found[name] for name in sorted(found))
