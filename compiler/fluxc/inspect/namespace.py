"""Namespaces, which PostgreSQL calls schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUERY = """
select namespace.namespace, comment.description as comment
from namespace
left join pg_description as comment
  on comment.classoid = 'pg_namespace'::regclass and comment.objoid = namespace.oid
where not exists (
  select from pg_depend
  where classid = 'pg_namespace'::regclass and objid = namespace.oid and deptype = 'e'
)
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    return Fact("namespace", (row["namespace"],), {"comment": row["comment"]})


NAMESPACE = Kind(_QUERY, _fact)
