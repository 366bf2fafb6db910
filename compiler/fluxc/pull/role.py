"""Roles as YAML: in a shared file, since they are the server's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.model.role import FLAGS, Role
from fluxc.pull.brought import brought
from fluxc.pull.edit import KEYS
from fluxc.pull.emit import Block
from fluxc.pull.merge import is_list, is_mapping, put
from fluxc.pull.routine import setting_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.role import Membership
    from fluxc.model.state import Key, State
    from fluxc.pull.edit import Edit

_MIDNIGHT: Final = " 00:00:00+00"
_PLAIN: Final = (*FLAGS, "connection_limit", "valid_until")


def roles_form(state: State) -> object:
    """Return the roles that a state names: a list, or by name what is said of each; None for none."""
    forms = {item.name: role_form(item) for item in sorted(state.of(Role), key=lambda item: item.name)}
    return (Block(forms) if any(forms.values()) else list(forms)) or None


def role_form(item: Role) -> dict[str, Any]:
    """Return what is said of a role."""
    said: dict[str, Any] = {name: value for name in _PLAIN if (value := getattr(item, name)) is not None}
    if item.valid_until is not None:
        is_short = item.valid_until[4:5] == "-"  # a year of four digits
        said["valid_until"] = item.valid_until.removesuffix(_MIDNIGHT) if is_short else item.valid_until
    if item.member_of:
        options = {member.role: _options(member) for member in item.member_of}
        said["member_of"] = options if any(options.values()) else list(options)
    for key in ("settings", "database_settings"):
        if getattr(item, key):
            said[key] = {name: setting_form(name, value) for name, value in getattr(item, key)}
    return {**({"doc": item.doc} if item.doc is not None else {}), **said}


def _options(item: Membership) -> dict[str, bool]:
    said = {"admin": item.admin, "inherit": item.inherit, "set": item.set}
    return {word: value for word, value in said.items() if value is not None}


def revise_roles(edit: Edit, keys: Iterable[Key]) -> None:
    """Change what is said of these roles; new ones go where others are, or into the shared file."""
    holding = [file for file, found in edit.sources.documents.items() if "roles" in found.data]
    for key in sorted(keys):
        mine, shall = edit.compiled.state.get(key), edit.goal.get(key)
        data = edit.sources.data(edit.file(key) if mine is not None else (*holding, edit.sources.shared_file())[0])
        own, new = (role_form(item) if isinstance(item, Role) else None for item in (mine, shall))
        put(data, "roles", _section(data.get("roles"), key.path[-1], own, new), KEYS)


def _section(raw: object, name: str, own: dict[str, Any] | None, new: dict[str, Any] | None) -> object:
    """Return the section with one role as it shall be, gone where ``new`` is None; None where no role is left."""
    names: list[str] = list(raw) if is_list(raw) or is_mapping(raw) else []
    if not is_mapping(raw) and not new:
        rest = [inner for inner in names if inner != name or new is not None]
        return ([*rest, name] if new is not None and name not in rest else rest) or None
    whole: dict[str, Any] = dict(raw) if is_mapping(raw) else {inner: {} for inner in names}
    if new is None:
        whole.pop(name, None)
    else:
        whole[name] = brought(whole.get(name), own, new)
    return whole or None
