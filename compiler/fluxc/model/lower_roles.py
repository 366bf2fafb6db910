"""Declared roles into objects."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import did_you_mean
from fluxc.model.lower_bodies import settings
from fluxc.model.role import (
    FLAGS,
    FOR_EVER,
    OPTIONS_SINCE,
    PREDEFINED,
    Membership,
    MembershipDeclaration,
    Role,
    RoleDeclaration,
    reserved,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.domain_files import Files
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.role import RolesForm

BAD: Final = "bad-role"
_AS_PRINTED: Final = re.compile(r"\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00( BC)?|-?infinity")


def lower_roles(low: Lowering, files: Files) -> None:
    """Take in the roles that files declare, each of them in one file."""
    found: dict[str, Role] = {}
    for file, place in files:
        for name, said, where in _declared(file.roles, place / "roles"):
            if not low.findings.name(name, "role", where):
                continue
            if reserved(name):
                message = f"the role name {name} is reserved"
                low.findings.add("bad-name", message, where, "choose another name", key=True)
                continue
            if name in found:
                other = low.places[found[name].key].span()
                message = f"role {name} is declared twice, also in {other.file}:{other.line}"
                low.findings.add("name-clash", message, where, "declare it in one file; any may name it", key=True)
                continue
            found[name] = _role(low, name, said, where)
            low.add(found[name], where, said.was)
    _check_circles(low, found)


def _declared(form: RolesForm, place: Place) -> Iterator[tuple[str, RoleDeclaration, Place]]:
    nothing = RoleDeclaration.model_validate({})
    if isinstance(form, dict):
        for name, said in form.items():
            yield name, said or nothing, place / name
    else:
        for number, name in enumerate(form):
            yield name, nothing, place / number


def _role(low: Lowering, name: str, said: RoleDeclaration, place: Place) -> Role:
    return Role(
        name=name,
        doc=said.doc,
        **{flag: getattr(said, flag) for flag in FLAGS},
        connection_limit=said.connection_limit,
        valid_until=_time(low, said.valid_until, place / "valid_until") if said.valid_until is not None else None,
        member_of=tuple(sorted(_memberships(low, name, said, place / "member_of"))),
        settings=tuple(sorted(settings(low, said.settings, place / "settings", BAD))),
        database_settings=tuple(sorted(settings(low, said.database_settings, place / "database_settings", BAD))),
    )


def _time(low: Lowering, text: str, place: Place) -> str | None:
    """Return a time as the server prints it in UTC; record a text that is none."""
    if _AS_PRINTED.fullmatch(text):
        return text
    try:
        found = datetime.fromisoformat(text)
        own = (found if found.tzinfo is not None else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        message = f"`{text[:70]}` is no date and no time"
        low.findings.add(BAD, message, place, f"write it as 2030-12-31, 2030-12-31T18:00:00Z or {FOR_EVER}")
        return None
    fraction = f".{own.microsecond:06}".rstrip("0").rstrip(".")
    return f"{own.replace(tzinfo=None).isoformat(' ', 'seconds')}{fraction}+00"


def _memberships(low: Lowering, name: str, said: RoleDeclaration, place: Place) -> Iterator[Membership]:
    for role, options, where in _said_memberships(said.member_of, place):
        if not low.findings.role(role, where):
            continue
        if role == name:
            low.findings.add(BAD, f"role {name} cannot be a member of itself", where, "take it out")
            continue
        if reserved(role) and role not in PREDEFINED:
            cure = did_you_mean(role, PREDEFINED) or "name a role of your own, or one such as pg_read_all_data"
            low.findings.add(BAD, f"nothing can be a member of {role}", where, cure)
            continue
        for word in ("inherit", "set"):
            if getattr(options, word) is not None:
                low.findings.needs(OPTIONS_SINCE, f"the option `{word}` of a membership", where / word)
        yield Membership(role, options.admin, options.inherit, options.set)


def _said_memberships(
    form: str | list[str] | dict[str, MembershipDeclaration | None], place: Place
) -> Iterator[tuple[str, MembershipDeclaration, Place]]:
    nothing = MembershipDeclaration()
    if isinstance(form, dict):
        for role, options in form.items():
            yield role, options or nothing, place / role
    elif isinstance(form, str):
        yield form, nothing, place
    else:
        for role in dict.fromkeys(form):
            yield role, nothing, place / form.index(role)


def _check_circles(low: Lowering, roles: dict[str, Role]) -> None:
    """Record that roles are members of themselves by way of others."""
    circular = sorted(name for name in roles if name in _reached(name, roles))
    if circular:
        message = f"the roles {', '.join(circular)} are members of each other"
        low.findings.add(BAD, message, low.places[roles[circular[0]].key], "take one of the memberships out")


def _reached(name: str, roles: dict[str, Role]) -> set[str]:
    """Return the declared roles that a role is a member of, by way of others too."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        inner = {item.role for item in roles[waiting.pop()].member_of if item.role in roles} - found
        found |= inner
        waiting += inner
    return found
