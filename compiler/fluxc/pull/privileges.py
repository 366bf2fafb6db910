"""Owners and grants as YAML: keys of the declaration of what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.privileges import Privileges, known, privileges_of, sequence_privileges
from fluxc.pull.options import some

if TYPE_CHECKING:
    from fluxc.model.column import Column
    from fluxc.model.privileges import Grant
    from fluxc.model.state import Object
    from fluxc.model.view import Queried
    from fluxc.pull.sight import Sight


def counter_form(column: Column, sight: Sight) -> dict[str, Any]:
    """Return ``grants`` of the sequence of an identity column, as far as anything is said about them."""
    found = sequence_privileges(sight.state, column) if sight.has_privileges else None
    return some(grants=grants_form(found.grants, known(found.of, sight.homes.target))) if found is not None else {}


def access_form(item: Object, sight: Sight) -> dict[str, Any]:
    """Return ``owner`` and ``grants`` of an object, as far as anything is said about them."""
    if not sight.has_privileges:
        return {}
    found = privileges_of(sight.state, item)
    if found is None:
        return {}
    return some(owner=found.owner, grants=grants_form(found.grants, known(found.of, sight.homes.target)) or None)


def column_grants(view: Queried, sight: Sight) -> dict[str, dict[str, Any]]:
    """Return ``grants`` of the columns of a view, by their names."""
    found = sight.state.members(view.key.path, Privileges) if sight.has_privileges else []
    return {item.name: grants_form(item.grants, known(item.of, sight.homes.target)) for item in found}


def grants_form(grants: tuple[Grant, ...], everything: tuple[str, ...]) -> dict[str, Any]:
    """Return what roles may do by role, where there is ``everything`` to be done."""
    return {grant.role: _privileges(grant, everything) for grant in grants}


def _privileges(grant: Grant, everything: tuple[str, ...]) -> str | list[str]:
    if set(grant.privileges) == set(everything):
        if not grant.grantable:
            return "all"
        if set(grant.grantable) == set(everything):
            return "all with grant option"
    said = [f"{name} with grant option" if name in grant.grantable else name for name in grant.privileges]
    return said[0] if len(said) == 1 else said
