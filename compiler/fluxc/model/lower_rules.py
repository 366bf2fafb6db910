"""Declared rules into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model import query
from fluxc.model.draft import listed
from fluxc.model.lower_query import statement
from fluxc.model.rule import Rule

if TYPE_CHECKING:
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.rule import RuleDeclaration, RulesForm

_NOTHING = "nothing"


def lower_rules(
    low: Lowering, domain: str, path: tuple[str, ...], forms: RulesForm, place: Place, *, of_view: bool = False
) -> None:
    """Take in the rules of a table or a view."""
    for name, said in forms.items():
        where = place / name
        if not low.findings.name(name, "rule", where):
            continue
        if name == "_RETURN":
            low.findings.add("bad-name", "`_RETURN` is the rule that makes a view", where, "choose another name")
            continue
        if of_view and said.enabled != "origin":
            message = "a rule of a view fires always: PostgreSQL disables rules of tables only"
            low.findings.add("bad-value", message, where / "enabled", "leave `enabled` out")
        condition = low.sql(said.where, domain, where / "where") if said.where is not None else None
        item = Rule(
            place=path,
            name=name,
            doc=said.doc,
            event=said.on,
            where=condition,
            instead=said.instead,
            action=_action(low, said, where / "do"),
            enabled=said.enabled,
        )
        low.add(item, where, said.was)


def _action(low: Lowering, said: RuleDeclaration, place: Place) -> str | None:
    """Return the statements as one text; record what is wrong with them."""
    found: list[str | None] = []
    for number, text in enumerate(listed(said.do)):
        where = place if isinstance(said.do, str) else place / number
        several = (one for one in query.statements(text) if one.lower() != _NOTHING)
        found += [statement(low.findings, one, where, query.BEGINS_ACTION) for one in several]
        low.known_to_target(text, where)
    return ";\n".join(query.terminated(one) for one in found if one is not None) or None
