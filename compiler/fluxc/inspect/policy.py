"""Policies of row-level security."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact, qualified
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

# Role 0 is everybody.
_QUERY = """
select
  relation.namespace, relation.relation, policy.polname::text as policy, policy.polcmd::text as command,
  policy.polpermissive as permissive,
  (
    select array_agg(coalesce(role.rolname::text, 'public') order by role.rolname collate "C")
    from unnest(policy.polroles) as named (oid)
    left join pg_roles as role on role.oid = named.oid
  ) as roles,
  pg_get_expr(policy.polqual, policy.polrelid) as using,
  pg_get_expr(policy.polwithcheck, policy.polrelid) as check,
  comment.description as comment
from relation
join pg_policy as policy on policy.polrelid = relation.oid
left join pg_description as comment
  on comment.classoid = 'pg_policy'::regclass and comment.objoid = policy.oid and comment.objsubid = 0
"""

COMMANDS = {"*": "all", "r": "select", "a": "insert", "w": "update", "d": "delete"}


def _fact(row: Mapping[str, Any]) -> Fact:
    table = (row["namespace"], row["relation"])
    attributes = {
        "command": COMMANDS[row["command"]],
        "permissive": row["permissive"],
        "roles": ", ".join(qualified(role) for role in row["roles"]),
        "using": row["using"],
        "check": row["check"],
        "comment": row["comment"],
    }
    return Fact("policy", (*table, row["policy"]), attributes, table)


POLICY = Kind(_QUERY, _fact)
