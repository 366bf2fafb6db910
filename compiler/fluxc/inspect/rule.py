"""Rules of tables and views, but for those that make views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind
from fluxc.lexer import Kind as TokenKind
from fluxc.model.expression import canonical
from fluxc.model.query import folded, statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.rule import Enabled, Event
    from fluxc.model.state import Object

_QUERY = """
select
  relation.namespace, relation.relation, relation.relkind, rule.rulename::text as rule,
  rule.ev_type::text as event, rule.is_instead as instead, rule.ev_enabled::text as enabled,
  pg_get_ruledef(rule.oid) as definition, pg_get_ruledef(rule.oid, true) as pretty, comment.description as comment
from relation
join pg_rewrite as rule on rule.ev_class = relation.oid and rule.rulename <> '_RETURN'
left join pg_description as comment on comment.classoid = 'pg_rewrite'::regclass and comment.objoid = rule.oid
"""

_EVENTS = {"2": "update", "3": "insert", "4": "delete"}
_ENABLED = {"O": "origin", "D": "disabled", "R": "replica", "A": "always"}


def _fact(row: Mapping[str, Any]) -> Fact:
    relation = (row["namespace"], row["relation"])
    attributes = {
        "event": _EVENTS[row["event"]],
        "definition": row["definition"],
        "enabled": _ENABLED[row["enabled"]],
        "comment": row["comment"],
    }
    return Fact("rule", (*relation, row["rule"]), attributes, relation)


def _objects(row: Mapping[str, Any]) -> Iterator[Object]:
    """Yield the rule of a row, its condition and its action cut out of the pretty definition."""
    from fluxc.model.rule import Rule

    where, action = _parts(row["pretty"])
    yield Rule(
        place=(row["namespace"], row["relation"]),
        name=row["rule"],
        doc=row["comment"],
        event=cast("Event", _EVENTS[row["event"]]),
        where=where,
        instead=row["instead"],
        action=action,
        enabled=cast("Enabled", _ENABLED[row["enabled"]]),
    )


def _parts(definition: str) -> tuple[str | None, str | None]:
    """Return the condition and the statements of a definition, ``create rule … where … do instead …``."""
    found = folded(definition)
    do = next(at for at, token in enumerate(found) if token.kind is TokenKind.WORD and token.text == "do")
    where = next((at for at in range(do) if found[at].kind is TokenKind.WORD and found[at].text == "where"), None)
    begin = do + 1 + (found[do + 1].text in {"instead", "also"})
    text = definition[found[begin].start :].strip().removesuffix(";").strip()
    if found[begin].text == "(" and text.endswith(")"):
        text = text[1:-1]
    actions = [action for action in statements(text) if action.lower() != "nothing"]
    condition = definition[found[where + 1].start : found[do].start] if where is not None else None
    return canonical(condition) if condition else None, ";\n".join(actions) or None


RULE = Kind(
    _QUERY, _fact, _objects, present="exists (select from pg_rewrite where ev_class >= 16384 and rulename <> '_RETURN')"
)
