"""Enum types with their values in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUERY = """
select namespace.namespace, type.typname::text as type, comment.description as comment, (
    select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder)
    from pg_enum
    where enumtypid = type.oid
  ) as values
from pg_type as type
join namespace on namespace.oid = type.typnamespace
left join pg_description as comment on comment.classoid = 'pg_type'::regclass and comment.objoid = type.oid
where type.typtype = 'e'
  and not exists (
    select from pg_depend
    where classid = 'pg_type'::regclass and objid = type.oid and deptype = 'e'
  )
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    return Fact("enum", (row["namespace"], row["type"]), {"values": row["values"], "comment": row["comment"]})


ENUM = Kind(_QUERY, _fact)
