"""Declared policies into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.draft import listed
from fluxc.model.lower_expressions import over_columns
from fluxc.model.mentions import words
from fluxc.model.policy import Policy
from fluxc.model.policy_declaration import PolicyDeclaration

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.model.draft import TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.policy_declaration import PolicyForm


def lower_policies(low: Lowering, draft: TableDraft, forms: Mapping[str, PolicyForm], place: Place) -> None:
    """Take in the policies of a table, which ``place`` holds by name."""
    for name, form in forms.items():
        where = place / name
        if low.findings.name(name, "policy", where) and (item := _policy(low, draft, name, form, where)):
            low.add(item, where, form.was if isinstance(form, PolicyDeclaration) else None)


def _policy(low: Lowering, draft: TableDraft, name: str, form: PolicyForm, place: Place) -> Policy | None:
    if not isinstance(form, PolicyDeclaration):
        using = _condition(low, draft, form, place)
        return Policy(place=draft.path, name=name, using=using) if using is not None else None
    using = _condition(low, draft, form.using, place / "using") if form.using is not None else None
    check = _condition(low, draft, form.check, place / "check") if form.check is not None else None
    if (using is None) != (form.using is None) or (check is None) != (form.check is None):
        return None
    if wrong := _wrong(form):
        low.findings.add("bad-policy", wrong[0], place, wrong[1])
        return None
    return Policy(
        place=draft.path,
        name=name,
        doc=form.doc,
        command=form.command,
        roles=_roles(low, form, place),
        using=using,
        check=check,
        permissive=form.kind == "permissive",
    )


def _condition(low: Lowering, draft: TableDraft, said: str | bool, place: Place) -> str | None:
    """Return the canonical text of a condition, whose names are looked up where it holds no query of its own."""
    text = said if isinstance(said, str) else str(said).lower()
    return low.sql(text, draft.domain, place) if "select" in words(text) else over_columns(low, draft, text, place)


def _roles(low: Lowering, form: PolicyDeclaration, place: Place) -> tuple[str, ...]:
    """Return the roles in the order of their names; with `public` among them the others make no difference."""
    roles = {role for role in listed(form.to) if low.findings.role(role, place / "to")}
    return ("public",) if "public" in roles or not roles else tuple(sorted(roles))


def _wrong(form: PolicyDeclaration) -> tuple[str, str] | None:
    """Return why PostgreSQL would refuse a policy, and the cure."""
    if form.command == "insert" and form.using is not None:
        return "a policy for insert has no rows to see", "write its condition as `check`"
    if form.command in {"select", "delete"} and form.check is not None:
        return f"a policy for {form.command} takes no new rows", "write its condition as `using`"
    if not listed(form.to):
        return "a policy for no role does nothing", "name a role, or leave `to` out"
    return None
