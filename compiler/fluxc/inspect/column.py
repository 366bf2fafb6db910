"""Columns of tables, with their not-null constraints, which have no name of their own here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, LiteralString

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.column_state import (
    COMPRESSION,
    GENERATION,
    IDENTITY,
    STORAGE,
    definition_of,
    nullability,
    objects_of,
)
from fluxc.inspect.counting import COUNTED, DRAWING
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

# Only PostgreSQL 18 keeps not-null constraints in pg_constraint; before, that join finds nothing. The statistics
# target "none set" is null from 17 on and -1 before. A column may own several sequences: the one behind its identity
# counts, or else the one that its default draws from.
_QUERY: Final[LiteralString] = f"""
, owned as (
  select distinct on (owner.refobjid, owner.refobjsubid)
    owner.refobjid as owner, owner.refobjsubid as number, class.relname::text as sequence,
    class.oid::regclass::text as quoted_sequence, {DRAWING} as drawing, class.relnamespace as home,
    class.relpersistence as persistence, obj_description(class.oid, 'pg_class') as sequence_comment, {COUNTED}
  from pg_sequence as sequence
  join pg_class as class on class.oid = sequence.seqrelid
  join pg_depend as owner
    on owner.classid = 'pg_class'::regclass and owner.objid = class.oid and owner.objsubid = 0
    and owner.refclassid = 'pg_class'::regclass and owner.refobjsubid > 0 and owner.deptype in ('a', 'i')
  order by owner.refobjid, owner.refobjsubid, owner.deptype = 'a', not exists (
    select from pg_depend as draws join pg_attrdef as value on value.oid = draws.objid
    where draws.classid = 'pg_attrdef'::regclass and draws.refclassid = 'pg_class'::regclass
      and draws.refobjid = class.oid and value.adrelid = owner.refobjid and value.adnum = owner.refobjsubid
  ), class.relname
)
select
  relation.namespace, relation.relation, attribute.attname::text as column, attribute.attnum as position,
  attribute.attislocal as local,
  format_type(attribute.atttypid, attribute.atttypmod) as type,
  case
    when innermost.typnamespace = 'pg_catalog'::regnamespace then 'server'
    when exists (
      select from pg_depend
      where classid = 'pg_type'::regclass and objid = innermost.oid and deptype = 'e'
    ) then 'extension'
    when innermost.typnamespace in (select oid from namespace) then innermost.typtype::text
  end as type_source,
  attribute.attnotnull as not_null, not_null.conname::text as not_null_name,
  not_null.convalidated as validated, not_null.connoinherit as no_inherit,
  attribute.attidentity::text as identity, attribute.attgenerated::text as generated,
  pg_get_expr(value.adbin, value.adrelid) as expression,
  case when attribute.attcollation <> type.typcollation then
    quote_ident(collation_namespace.nspname) || '.' || quote_ident(collated.collname)
  end as collation,
  collation_namespace.nspname::text as collation_namespace, collated.collname::text as collation_name,
  case when attribute.attstorage <> type.typstorage then attribute.attstorage::text end as storage,
  nullif(attribute.attcompression::text, '') as compression,
  nullif(attribute.attstattarget::integer, -1) as statistics,
  (
    select string_agg(setting, ', ' order by setting collate "C")
    from unnest(attribute.attoptions) as setting
  ) as parameters,
  owned.sequence, owned.quoted_sequence, owned.drawing, owned.sequence_comment, owned.sequence_type, owned.start,
  owned.increment, owned.minimum, owned.maximum, owned.cache, owned.cycle,
  owned.persistence = 'u' as sequence_unlogged, owned.persistence <> class.relpersistence as persists_otherwise,
  owned.home = class.relnamespace and owned.persistence = class.relpersistence
    and owned.sequence_comment is null as beside,
  comment.description as comment
from relation
join pg_class as class on class.oid = relation.oid
join pg_attribute as attribute
  on attribute.attrelid = relation.oid and attribute.attnum > 0 and not attribute.attisdropped
join pg_type as type on type.oid = attribute.atttypid
join pg_type as innermost
  on innermost.oid = case when type.typcategory = 'A' and type.typelem <> 0 then type.typelem else type.oid end
left join pg_attrdef as value on value.adrelid = relation.oid and value.adnum = attribute.attnum
left join pg_constraint as not_null
  on not_null.conrelid = relation.oid and not_null.contype = 'n' and not_null.conkey[1] = attribute.attnum
left join pg_collation as collated on collated.oid = attribute.attcollation
left join pg_namespace as collation_namespace on collation_namespace.oid = collated.collnamespace
left join owned on owned.owner = relation.oid and owned.number = attribute.attnum
left join pg_description as comment
  on comment.classoid = 'pg_class'::regclass and comment.objoid = relation.oid and comment.objsubid = attribute.attnum
where relation.relkind in ('r', 'p')
order by relation.namespace collate "C", relation.relation collate "C", attribute.attnum
"""  # noqa: S608 - every piece is a literal of this program


def _fact(row: Mapping[str, Any]) -> Fact:
    generated = bool(row["generated"])
    attributes = {
        "type": row["type"],
        "nullability": nullability(row),
        "default": None if generated else row["expression"],
        "generated": row["expression"] if generated else None,
        "generation": GENERATION[row["generated"]],
        "identity": IDENTITY[row["identity"]],
        "collation": row["collation"],
        "storage": STORAGE[row["storage"]],
        "compression": COMPRESSION[row["compression"]],
        "statistics": row["statistics"],
        "parameters": row["parameters"],
        "comment": row["comment"],
    }
    table = (row["namespace"], row["relation"])
    return Fact("column", (*table, row["column"]), attributes, table, row["position"])


COLUMN = Kind(_QUERY, _fact, objects_of, definition_of)
