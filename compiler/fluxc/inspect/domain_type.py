"""Domain types with their constraints; the one that refuses nulls has no name of its own here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUERY = """
select
  namespace.namespace, type.typname::text as type, format_type(type.typbasetype, type.typtypmod) as base,
  type.typnotnull as not_null, type.typdefault as default,
  case when type.typcollation <> base.typcollation then
    quote_ident(collation_namespace.nspname) || '.' || quote_ident(collated.collname)
  end as collation,
  comment.description as comment, checks.names, checks.definitions, checks.comments
from pg_type as type
join namespace on namespace.oid = type.typnamespace
join pg_type as base on base.oid = type.typbasetype
left join pg_collation as collated on collated.oid = type.typcollation
left join pg_namespace as collation_namespace on collation_namespace.oid = collated.collnamespace
left join pg_description as comment on comment.classoid = 'pg_type'::regclass and comment.objoid = type.oid
left join lateral (
  select
    array_agg(entry.conname::text order by entry.conname) as names,
    array_agg(pg_get_constraintdef(entry.oid) order by entry.conname) as definitions,
    array_agg(said.description order by entry.conname) as comments
  from pg_constraint as entry
  left join pg_description as said on said.classoid = 'pg_constraint'::regclass and said.objoid = entry.oid
  where entry.contypid = type.oid and entry.contype = 'c'
) as checks on true
where type.typtype = 'd'
  and not exists (
    select from pg_depend
    where classid = 'pg_type'::regclass and objid = type.oid and deptype = 'e'
  )
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    checks = zip(row["names"] or (), row["definitions"] or (), row["comments"] or (), strict=True)
    attributes: dict[str, Any] = {
        "type": row["base"],
        "nullability": "not null" if row["not_null"] else "nullable",
        "default": row["default"],
        "collation": row["collation"],
        "comment": row["comment"],
    }
    for name, definition, comment in checks:
        attributes[f"check {name}"] = definition
        attributes[f"comment of check {name}"] = comment
    return Fact("domain type", (row["namespace"], row["type"]), attributes)


DOMAIN_TYPE = Kind(_QUERY, _fact)
