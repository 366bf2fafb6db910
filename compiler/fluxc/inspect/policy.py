"""Policies of row-level security."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.inspect.catalogue import Fact, qualified
from fluxc.inspect.scope import Kind
from fluxc.inspect.wording import expression_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.policy import Command
    from fluxc.model.state import Object

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
  format(
    'CREATE POLICY %%I ON %%I.%%I%%s%%s%%s', policy.polname, relation.namespace, relation.relation,
    case when not policy.polpermissive then ' AS RESTRICTIVE' end,
    ' USING (' || pg_get_expr(policy.polqual, policy.polrelid) || ')',
    ' WITH CHECK (' || pg_get_expr(policy.polwithcheck, policy.polrelid) || ')'
  ) as definition,
  comment.description as comment
from relation
join pg_policy as policy on policy.polrelid = relation.oid
left join pg_description as comment
  on comment.classoid = 'pg_policy'::regclass and comment.objoid = policy.oid and comment.objsubid = 0
"""

_COMMANDS: Final[dict[str, Command]] = {"*": "all", "r": "select", "a": "insert", "w": "update", "d": "delete"}


def _fact(row: Mapping[str, Any]) -> Fact:
    table = (row["namespace"], row["relation"])
    attributes = {
        "command": _COMMANDS[row["command"]],
        "permissive": row["permissive"],
        "roles": ", ".join(qualified(role) for role in row["roles"]),
        "using": row["using"],
        "check": row["check"],
        "comment": row["comment"],
    }
    return Fact("policy", (*table, row["policy"]), attributes, table)


def _objects(row: Mapping[str, Any]) -> Iterator[Object]:
    from fluxc.model.policy import Policy  # plain schemas have none

    roles = row["roles"]
    yield Policy(
        place=(row["namespace"], row["relation"]),
        name=row["policy"],
        doc=row["comment"],
        command=_COMMANDS[row["command"]],
        roles=("public",) if "public" in roles else tuple(sorted(roles)),
        using=expression_text(row["using"]) if row["using"] is not None else None,
        check=expression_text(row["check"]) if row["check"] is not None else None,
        permissive=row["permissive"],
    )


def _definition(row: Mapping[str, Any]) -> str:
    return f"{row['definition']};"


POLICY = Kind(_QUERY, _fact, _objects, _definition, present="exists (select from pg_policy)")
