"""The queries of the catalogue, run with an empty search path so that all names come out in full."""

from __future__ import annotations

from typing import Final, LiteralString

TABLES: Final[LiteralString] = """
select class.oid::int8 as oid, namespace.nspname::text as schema, class.relname::text as name,
  class.relkind::text as kind, coalesce(pg_partition_root(class.oid), class.oid)::oid::int8 as root,
  case when class.relispartition then (select inhparent::int8 from pg_inherits where inhrelid = class.oid limit 1)
    else 0 end as parent,
  case when class.relispartition then pg_get_partition_constraintdef(class.oid) end as bound,
  exists (
    select from pg_rewrite where ev_class = class.oid and ev_type in ('2', '3')) as strict
from pg_class as class join pg_namespace as namespace on namespace.oid = class.relnamespace
where class.relkind in ('r', 'p', 'f') and class.relpersistence <> 't'
  and namespace.nspname !~ '^pg_' and namespace.nspname <> 'information_schema'
order by namespace.nspname collate "C", class.relname collate "C"
"""
COLUMNS: Final[LiteralString] = """
select attribute.attrelid::int8 as relation, attribute.attname::text as name, attribute.atttypid::int8 as type,
  attribute.atttypmod as modifier, format_type(attribute.atttypid, attribute.atttypmod) as written,
  case when attribute.attcollation not in (0, type.typcollation)
    then (select quote_ident(home.nspname) || '.' || quote_ident(collname) from pg_collation
      join pg_namespace as home on home.oid = collnamespace where pg_collation.oid = attribute.attcollation) end
    as collation,
  attribute.attnotnull as not_null, attribute.attidentity::text as identity, attribute.attgenerated <> '' as generated,
  pg_get_expr(standard.adbin, standard.adrelid) as "default"
from pg_attribute as attribute
join pg_type as type on type.oid = attribute.atttypid
left join pg_attrdef as standard on standard.adrelid = attribute.attrelid and standard.adnum = attribute.attnum
where attribute.attrelid = any (%s::oid[]) and attribute.attnum > 0 and not attribute.attisdropped
order by attribute.attrelid, attribute.attnum
"""
CHECKS: Final[LiteralString] = """
select held.conrelid::int8 as relation, pg_get_expr(held.conbin, held.conrelid) as text,
  case when 0 <> all (held.conkey) then array(
    select attname::text from pg_attribute
    where attrelid = held.conrelid and attnum = any (held.conkey) order by attnum)
  else '{}' end as columns,
  array(select prosrc from pg_depend join pg_proc on pg_proc.oid = refobjid
    where classid = 'pg_constraint'::regclass and objid = held.oid and refclassid = 'pg_proc'::regclass
    order by refobjid) as bodies
from pg_constraint as held
where held.contype = 'c' and held.conrelid = any (%s::oid[])
order by held.conrelid, held.conname collate "C"
"""
# A key on an expression is taken for one on the columns that the index depends on.
KEYS: Final[LiteralString] = """
select unique_index.indrelid::int8 as relation, array(
    select attname::text from pg_attribute
    where attrelid = unique_index.indrelid and attnum > 0 and (
      attnum = any ((unique_index.indkey::int2[])[0:unique_index.indnkeyatts - 1])
      or (unique_index.indexprs is not null and attnum in (
        select refobjsubid from pg_depend
        where classid = 'pg_class'::regclass and objid = unique_index.indexrelid
          and refclassid = 'pg_class'::regclass and refobjid = unique_index.indrelid)))
    order by attnum) as columns, not unique_index.indimmediate as strict
from pg_index as unique_index
where (unique_index.indisunique or unique_index.indisexclusion) and unique_index.indrelid = any (%s::oid[])
order by unique_index.indrelid, unique_index.indexrelid
"""
# What a foreign key has for each partition of the table that it refers to, beside the one for the whole, is left out.
FOREIGN_KEYS: Final[LiteralString] = """
select held.conrelid::int8 as relation, held.confrelid::int8 as target,
  array(select attname::text from unnest(held.conkey) with ordinality as part (number, place)
    join pg_attribute on attrelid = held.conrelid and attnum = number order by place) as columns,
  array(select attname::text from unnest(held.confkey) with ordinality as part (number, place)
    join pg_attribute on attrelid = held.confrelid and attnum = number order by place) as referred,
  held.confmatchtype = 'f' as full, held.condeferrable as deferrable
from pg_constraint as held
left join pg_constraint as whole on whole.oid = held.conparentid
where held.contype = 'f' and held.conrelid = any (%s::oid[])
  and whole.conrelid is distinct from held.conrelid
order by held.conrelid, held.conname collate "C"
"""
TYPES: Final[LiteralString] = """
with recursive used (oid) as (
  select unnest(%s::oid[])
  union
  select part.oid from used join pg_type as type on type.oid = used.oid
  left join pg_range as range on type.oid in (range.rngtypid, range.rngmultitypid)
  cross join lateral (
    select unnest(array[type.typelem, type.typbasetype, range.rngsubtype,
      case when type.typtype = 'm' then range.rngtypid end])
    union all
    select atttypid from pg_attribute where type.typtype = 'c' and attrelid = type.typrelid and attnum > 0
      and not attisdropped
  ) as part (oid)
  where part.oid <> 0
)
select type.oid::int8 as oid, type.typname::text as name, format_type(type.oid, null) as text,
  type.typtype::text as kind, type.typcategory::text as category,
  case when type.typcategory = 'A' then type.typelem::int8 else 0 end as element, type.typbasetype::int8 as base,
  type.typtypmod as base_modifier, format_type(nullif(type.typbasetype, 0), type.typtypmod) as base_text,
  type.typnotnull as not_null,
  coalesce((select case when type.typtype = 'm' then rngtypid else rngsubtype end::oid::int8 from pg_range
    where type.oid in (rngtypid, rngmultitypid)), 0) as subtype,
  case when type.typtype = 'c' then array(select array[atttypid::int8, atttypmod::int8] from pg_attribute
    where attrelid = type.typrelid and attnum > 0 and not attisdropped order by attnum) else '{}' end as fields,
  array(select enumlabel::text from pg_enum where enumtypid = type.oid order by enumsortorder) as labels,
  array(select pg_get_expr(conbin, 0) from pg_constraint
    where contypid = type.oid and contype = 'c' order by conname collate "C") as checks
from used join pg_type as type on type.oid = used.oid
"""
EXTENSION_MEMBERS: Final[LiteralString] = """
select objid::int8 from pg_depend where classid = 'pg_class'::regclass and deptype = 'e'
"""
TRIGGERS: Final[LiteralString] = """
select routine.prosrc from pg_trigger as item join pg_proc as routine on routine.oid = item.tgfoid
where item.tgrelid = %s and not item.tgisinternal and item.tgtype & 4 <> 0
order by item.tgname collate "C"
"""
