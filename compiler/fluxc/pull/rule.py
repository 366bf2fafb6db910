"""Rules as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.query import statements
from fluxc.model.rule import Rule
from fluxc.pull.emit import Block
from fluxc.pull.options import some

if TYPE_CHECKING:
    from fluxc.pull.sight import Path, Sight


def rules_form(path: Path, sight: Sight) -> Block | None:
    """Return the rules of a table or a view by name; None where it has none."""
    found = {item.name: rule_form(item, sight) for item in sight.state.members(path, Rule)}
    return Block(found) if found else None


def rule_form(item: Rule, sight: Sight) -> dict[str, Any]:
    """Return a rule; its only statement is said alone."""
    actions = [f"{action}\n" if "\n" in action else action for action in statements(item.action or "")]
    return some(
        on=item.event,
        where=sight.sql(item.where) if item.where is not None else None,
        instead=item.instead,
        do=actions[0] if len(actions) == 1 else actions,
        enabled=item.enabled if item.enabled != "origin" else None,
        doc=item.doc,
    )
