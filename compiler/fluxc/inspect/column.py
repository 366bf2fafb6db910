"""Columns of tables, with their not-null constraints, which have a name where it is not the usual one."""

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
from fluxc.inspect.counting import COUNTED, DRAWING, PERSISTS
from fluxc.inspect.scope import Kind
from fluxc.model.names import not_null_name, qualified

if TYPE_CHECKING:
    from collections.abc import Mapping

# Only PostgreSQL 18 keeps not-null constraints in pg_constraint; before, that join finds nothing. The statistics target
# "none set" is null from 17 on and -1 before. What few columns have is asked for by subqueries: where the catalogue was
# never analysed, joins to it are planned as if there were one column, and take quadratic time. A column may own several
# sequences: the one behind its identity counts, or else the one that its default draws from.
_QUERY: Final[LiteralString] = f"""
, owned as (
  select distinct on (owner.refobjid, owner.refobjsubid)
    owner.refobjid as owner, owner.refobjsubid as number, class.relname::text as sequence,
    class.oid::regclass::text as quoted_sequence, {DRAWING} as drawing, class.relnamespace as home,
    class.relpersistence = 'u' as unlogged, {PERSISTS.format(table="its")} as persists,
    obj_description(class.oid, 'pg_class') as sequence_comment, {COUNTED}
  from pg_sequence as sequence
  join pg_class as class on class.oid = sequence.seqrelid
  join pg_depend as owner
    on owner.classid = 'pg_class'::regclass and owner.objid = class.oid and owner.objsubid = 0
    and owner.refclassid = 'pg_class'::regclass and owner.refobjsubid > 0 and owner.deptype in ('a', 'i')
  join pg_class as its on its.oid = owner.refobjid
  order by owner.refobjid, owner.refobjsubid, owner.deptype = 'a', not exists (
    select from pg_depend as draws join pg_attrdef as value on value.oid = draws.objid
    where draws.classid = 'pg_attrdef'::regclass and draws.refclassid = 'pg_class'::regclass
      and draws.refobjid = class.oid and value.adrelid = owner.refobjid and value.adnum = owner.refobjsubid
  ), class.relname
)
select
  relation.namespace, relation.relation, attribute.attname::text as column, attribute.attnum as position,
  attribute.attislocal as local, class.relispartition as partition, case when not attribute.attislocal then exists (
    select from pg_inherits as heir
    join pg_attribute as source on source.attrelid = heir.inhparent and source.attname = attribute.attname
    left join pg_attrdef as given on given.adrelid = source.attrelid and given.adnum = source.attnum
    where heir.inhrelid = relation.oid and (
      attribute.attnotnull <> (source.attnotnull and not exists (
        select from pg_constraint as its
        where its.conrelid = source.attrelid and its.contype = 'n' and its.connoinherit
          and its.conkey[1] = source.attnum
      )) and source.attidentity = '' and not exists (
        select from pg_constraint as key
        where key.conrelid = relation.oid and key.contype = 'p' and attribute.attnum = any(key.conkey)
      )
      or attribute.attidentity <> '' and not class.relispartition
      or attribute.attstorage <> source.attstorage or attribute.attcompression <> source.attcompression
      or pg_get_expr(value.adbin, value.adrelid) is distinct from pg_get_expr(given.adbin, given.adrelid)
    ) and heir.inhseqno = (
      select min(first.inhseqno) from pg_inherits as first
      join pg_attribute as again on again.attrelid = first.inhparent and again.attname = attribute.attname
      where first.inhrelid = relation.oid
    )
  ) end as differs,
  format_type(attribute.atttypid, attribute.atttypmod) as type,
  case
    when innermost.typnamespace = 'pg_catalog'::regnamespace then 'server'
    when exists (
      select from pg_depend
      where classid = 'pg_type'::regclass and objid = innermost.oid and deptype = 'e'
    ) then 'extension'
    when innermost.typnamespace in (select oid from namespace) then innermost.typtype::text
  end as type_source,
  case when type.typtype = 'd' then format_type(type.typbasetype, type.typtypmod) end as base,
  attribute.attnotnull as not_null, not_null.conname::text as not_null_name,
  not_null.convalidated as validated, not_null.connoinherit as no_inherit,
  not_null.coninhcount > 0 as not_null_inherited,
  not_null.conislocal and not_null.coninhcount > 0 and class.relispartition as not_null_local,
  case when not_null.coninhcount > 0 and class.relispartition then (
    select theirs.conname::text
    from pg_inherits as member
    join pg_attribute as source on source.attrelid = member.inhparent and source.attname = attribute.attname
    join pg_constraint as theirs
      on theirs.conrelid = source.attrelid and theirs.contype = 'n' and theirs.conkey[1] = source.attnum
    where member.inhrelid = relation.oid
  ) end as not_null_above,
  case when not_null.oid is not null then (
    select description from pg_description where classoid = 'pg_constraint'::regclass and objoid = not_null.oid
  ) end as not_null_comment,
  attribute.attidentity::text as identity, attribute.attgenerated::text as generated,
  pg_get_expr(value.adbin, value.adrelid) as expression,
  case when attribute.attcollation <> type.typcollation then array(
    select unnest(array[home.nspname::text, collated.collname::text])
    from pg_collation as collated
    join pg_namespace as home on home.oid = collated.collnamespace
    where collated.oid = attribute.attcollation
  ) end as collation,
  case when attribute.attstorage <> type.typstorage then attribute.attstorage::text end as storage,
  nullif(attribute.attcompression::text, '') as compression,
  nullif(attribute.attstattarget::integer, -1) as statistics,
  case when attribute.attoptions is not null then (
    select string_agg(setting, ', ' order by setting collate "C")
    from unnest(attribute.attoptions) as setting
  ) end as parameters,
  owned.sequence, owned.quoted_sequence, owned.drawing, owned.sequence_comment, owned.sequence_type, owned.start,
  owned.increment, owned.minimum, owned.maximum, owned.cache, owned.cycle,
  owned.unlogged as sequence_unlogged, not owned.persists as persists_otherwise,
  owned.home = class.relnamespace and owned.persists and owned.sequence_comment is null as beside,
  (
    select description
    from pg_description
    where classoid = 'pg_class'::regclass and objoid = relation.oid and objsubid = attribute.attnum
  ) as comment
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
left join owned on owned.owner = relation.oid and owned.number = attribute.attnum
where relation.relkind in ('r', 'p')
order by relation.namespace collate "C", relation.relation collate "C", attribute.attnum
"""  # noqa: S608 - every piece is a literal of this program


def _fact(row: Mapping[str, Any]) -> Fact:
    generated = bool(row["generated"])
    attributes = {
        "type": row["type"],
        "nullability": nullability(row),
        "not-null constraint": _not_null(row),
        "comment of the not-null constraint": row["not_null_comment"],
        "default": None if generated else row["expression"],
        "generated": row["expression"] if generated else None,
        "generation": GENERATION[row["generated"]],
        "identity": IDENTITY[row["identity"]],
        "collation": qualified(*row["collation"]) if row["collation"] else None,
        "storage": STORAGE[row["storage"]],
        "compression": COMPRESSION[row["compression"]],
        "statistics": row["statistics"],
        "parameters": row["parameters"],
        "comment": row["comment"],
    }
    table = (row["namespace"], row["relation"])
    return Fact("column", (*table, row["column"]), attributes, table, row["position"])


def _not_null(row: Mapping[str, Any]) -> str | None:
    """Return the name of a not-null constraint, where it is not the usual one, and whether a partition says it too."""
    name = _unusual(row)
    return f"{name or 'as usual'}, local" if row["not_null_local"] else name


def _unusual(row: Mapping[str, Any]) -> str | None:
    name: str | None = row["not_null_name"]
    if row["not_null_inherited"]:
        return name if row["partition"] and name != row["not_null_above"] else None
    return name if name != not_null_name(row["relation"], row["column"]) else None


COLUMN = Kind(_QUERY, _fact, objects_of, definition_of)
