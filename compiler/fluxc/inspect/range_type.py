"""Range types, with the names of their multirange types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUERY = """
select
  namespace.namespace, type.typname::text as type, format_type(range.rngsubtype, null) as subtype,
  case when not opclass.opcdefault then
    case when class_namespace.nspname = 'pg_catalog' then '' else quote_ident(class_namespace.nspname) || '.' end
      || quote_ident(opclass.opcname)
  end as opclass,
  case when range.rngcollation <> subtype.typcollation then
    quote_ident(collation_namespace.nspname) || '.' || quote_ident(collated.collname)
  end as collation,
  nullif(range.rngcanonical, 0)::regproc::text as canonical,
  nullif(range.rngsubdiff, 0)::regproc::text as subtype_diff,
  multirange.typname::text as multirange, comment.description as comment
from pg_type as type
join namespace on namespace.oid = type.typnamespace
join pg_range as range on range.rngtypid = type.oid
join pg_type as subtype on subtype.oid = range.rngsubtype
join pg_type as multirange on multirange.oid = range.rngmultitypid
join pg_opclass as opclass on opclass.oid = range.rngsubopc
join pg_namespace as class_namespace on class_namespace.oid = opclass.opcnamespace
left join pg_collation as collated on collated.oid = range.rngcollation
left join pg_namespace as collation_namespace on collation_namespace.oid = collated.collnamespace
left join pg_description as comment on comment.classoid = 'pg_type'::regclass and comment.objoid = type.oid
where type.typtype = 'r'
  and not exists (
    select from pg_depend
    where classid = 'pg_type'::regclass and objid = type.oid and deptype = 'e'
  )
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    told = ("subtype", "opclass", "collation", "canonical", "subtype_diff", "multirange", "comment")
    return Fact("range type", (row["namespace"], row["type"]), {name: row[name] for name in told})


RANGE_TYPE = Kind(_QUERY, _fact)
