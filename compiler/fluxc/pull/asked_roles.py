"""The roles that a state names, as a server has them and as a project may say them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.model.role import FLAGS, FOR_EVER, NO_LIMIT, OPTIONS_SINCE, PREDEFINED, Membership, Role, reserved
from fluxc.model.role_names import named_roles
from fluxc.model.state import Key, State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from fluxc.inspect.role import FoundRole

_NEWEST: Final = 99
_USUAL: Final[Mapping[str, Any]] = {**FLAGS, "connection_limit": NO_LIMIT, "valid_until": FOR_EVER}


def with_roles(
    state: State, server: Mapping[str, FoundRole], owners: Iterable[str], declared: State, target: int
) -> tuple[State, list[str]]:
    """Return a state with the roles that it names, those that own things, those declared, and what they are members of.

    Of a role nothing usual is said but what is ``declared``, and nothing that servers from ``target`` on may lack.
    Who reads and who made the server are left out.  Behind the state are the names of superusers, which no schema says.
    """
    own = (role.name for role in declared.of(Role))
    mapped = (name for name, found in server.items() if found.mapped)
    wanted = _with_groups({*named_roles(state), *owners, *own, *mapped}, server)
    found = [server[name] for name in sorted(wanted) if not server[name].own]
    roles = [_said(item.role, declared, target) for item in found]
    return State([*roles, *state]), [item.role.name for item in found if item.superuser]


def _with_groups(names: Collection[str], server: Mapping[str, FoundRole]) -> set[str]:
    """Return those of the names that are there, with the roles that they are members of, by way of others too."""
    found: set[str] = set()
    waiting = [name for name in names if name in server]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [item.role for item in server[name].role.member_of if item.role in server]
    return found


def _said(role: Role, declared: State, target: int) -> Role:
    mine = declared.get(Key(Role.kind, (role.name,)))
    own = mine if isinstance(mine, Role) else Role(name=role.name)
    plain = {name: _told(getattr(role, name), usual, getattr(own, name)) for name, usual in _USUAL.items()}
    memberships = {item.role: item for item in own.member_of}
    within = (
        _membership(item, role, memberships.get(item.role, Membership(item.role)), target)
        for item in role.member_of
        if not reserved(item.role) or PREDEFINED.get(item.role, _NEWEST) <= target
    )
    return role.model_copy(update={**plain, "member_of": tuple(within)})


def _told(value: Any, usual: Any, mine: Any) -> Any:
    """Return what is said of a value: nothing where it is usual, unless that is declared."""
    return None if value == usual and mine != usual else value


def _membership(item: Membership, role: Role, mine: Membership, target: int) -> Membership:
    admin = _told(item.admin, False, mine.admin)
    if target < OPTIONS_SINCE:
        return Membership(item.role, admin)
    inherit = _told(item.inherit, role.inherit if item.inherit is not None else None, mine.inherit)
    return Membership(item.role, admin, inherit, _told(item.set, True if item.set is not None else None, mine.set))
