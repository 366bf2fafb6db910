"""Rules of tables and views, but for those that make views."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUERY = """
select
  relation.namespace, relation.relation, relation.relkind, rule.rulename::text as rule,
  rule.ev_type::text as event, rule.is_instead as instead, rule.ev_enabled::text as enabled,
  pg_get_ruledef(rule.oid) as definition, comment.description as comment
from relation
join pg_rewrite as rule on rule.ev_class = relation.oid and rule.rulename <> '_RETURN'
left join pg_description as comment on comment.classoid = 'pg_rewrite'::regclass and comment.objoid = rule.oid
"""

_EVENTS = {"2": "update", "3": "insert", "4": "delete"}
_ENABLED = {"O": "origin", "D": "disabled", "R": "replica", "A": "always"}
_HEAD = re.compile(r"CREATE RULE .*? AS\s+ON (?:SELECT|INSERT|UPDATE|DELETE) TO ", re.DOTALL)


def _fact(row: Mapping[str, Any]) -> Fact:
    relation = (row["namespace"], row["relation"])
    attributes = {
        "event": _EVENTS[row["event"]],
        "definition": row["definition"],
        "enabled": _ENABLED[row["enabled"]],
        "comment": row["comment"],
    }
    return Fact("rule", (*relation, row["rule"]), attributes, relation)


RULE = Kind(_QUERY, _fact)
