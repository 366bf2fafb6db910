"""Primary key, unique, check, foreign key and exclusion constraints, each with the index that backs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, LiteralString

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.constraint_state import definition_of, objects_of
from fluxc.inspect.member_copy import MISSING
from fluxc.inspect.parts import PARTS_OF_CONSTRAINTS
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

# A constraint that a partition has from its parent is told by the name of the topmost constraint, since its own was
# chosen by whoever attached it. A foreign key to a partitioned table has further rows on its own table, one for each
# partition, which say nothing new. What an older server does not know is found in ``older``: a name that the inner
# query has not is looked for in the outer one.
_QUERY: Final[LiteralString] = f"""
, topmost as (
    select oid, conname from pg_constraint where conparentid = 0
    union all
    select child.oid, topmost.conname from pg_constraint as child join topmost on child.conparentid = topmost.oid
), part as ({PARTS_OF_CONSTRAINTS})
select
  relation.namespace, relation.relation, topmost.conname::text as constraint,
  entry.conname::text as own_name,
  entry.conparentid <> 0 as inherited, entry.conislocal as local, entry.contype::text as type,
  coalesce(pg_get_constraintdef(entry.oid), '') as definition, entry.convalidated as validated,
  newer.conenforced as enforced, newer.conperiod as temporal,
  entry.condeferrable as deferrable, entry.condeferred as deferred, comment.description as comment,
  index.indisvalid as index_valid, index.indisready as index_ready, index.indisclustered as clustered,
  index.indisreplident as replica_identity, case when index_class.reloptions is not null then (
    select string_agg(setting, ', ' order by setting collate "C")
    from unnest(index_class.reloptions) as setting
  ) end as parameters, tablespace.spcname::text as tablespace,
  index_comment.description as index_comment, index_class.reloptions as options,
  case when %(objects)s and entry.contype <> 'c' then array(
    select attname::text from pg_attribute
    where attrelid = entry.conrelid and attnum = any(entry.conkey) order by array_position(entry.conkey, attnum)
  ) end as columns, part.parts,
  index.indnkeyatts as keys, method.amname::text as method, pg_get_expr(index.indpred, index.indrelid) as where,
  case when entry.contype = 'x' then array(
    select case when namespace.nspname = 'pg_catalog' then operator.oprname::text
      else 'operator(' || quote_ident(namespace.nspname) || '.' || operator.oprname || ')' end
    from unnest(entry.conexclop) with ordinality as key (operator, place)
    join pg_operator as operator on operator.oid = key.operator
    join pg_namespace as namespace on namespace.oid = operator.oprnamespace
    order by key.place
  ) end as operators,
  case when %(objects)s and entry.contype = 'c' then pg_get_expr(entry.conbin, entry.conrelid) end as expression,
  entry.connoinherit as no_inherit, {MISSING} as missing,
  target_namespace.nspname::text as target_namespace, target.relname::text as target,
  case when %(objects)s and entry.contype = 'f' then array(
    select attname::text from pg_attribute
    where attrelid = entry.confrelid and attnum = any(entry.confkey) order by array_position(entry.confkey, attnum)
  ) end as target_columns,
  entry.confdeltype::text as on_delete, entry.confupdtype::text as on_update, entry.confmatchtype::text as match,
  case when %(objects)s and entry.contype = 'f' then array(
    select attname::text from pg_attribute
    where attrelid = entry.conrelid and attnum = any(newer.confdelsetcols)
    order by array_position(newer.confdelsetcols, attnum)
  ) end as on_delete_columns
from relation
join pg_constraint as entry on entry.conrelid = relation.oid and entry.contype in ('p', 'u', 'c', 'f', 'x')
cross join (values (true, false, null::smallint[])) as older (conenforced, conperiod, confdelsetcols)
cross join lateral (
  select conenforced, conperiod, confdelsetcols from pg_constraint as own where own.oid = entry.oid
) as newer
join topmost on topmost.oid = entry.oid
left join pg_constraint as parent on parent.oid = entry.conparentid
left join pg_index as index on index.indexrelid = entry.conindid and entry.contype in ('p', 'u', 'x')
left join pg_class as index_class on index_class.oid = index.indexrelid
left join part on part.indexrelid = index.indexrelid
left join pg_am as method on method.oid = index_class.relam
left join pg_tablespace as tablespace on tablespace.oid = index_class.reltablespace
left join pg_class as target on target.oid = entry.confrelid
left join pg_namespace as target_namespace on target_namespace.oid = target.relnamespace
left join pg_description as comment on comment.classoid = 'pg_constraint'::regclass and comment.objoid = entry.oid
left join pg_description as index_comment
  on index_comment.classoid = 'pg_class'::regclass and index_comment.objoid = index.indexrelid
where parent.conrelid is distinct from entry.conrelid
order by relation.namespace collate "C", relation.relation collate "C", entry.conname collate "C"
"""  # noqa: S608 - every piece is a literal of this program

_NOT_ENFORCED = " NOT ENFORCED"
_TYPES = {"p": "primary key", "u": "unique", "c": "check", "f": "foreign key", "x": "exclusion"}


def _fact(row: Mapping[str, Any]) -> Fact:
    attributes = {
        "type": _TYPES[row["type"]],
        "definition": without_flags(row["definition"]),
        "validated": row["validated"],
        "enforced": not row["definition"].endswith(_NOT_ENFORCED),
        "deferrable": row["deferrable"],
        "initially deferred": row["deferred"],
        "comment": row["comment"],
        "index valid": row["index_valid"],
        "index ready": row["index_ready"],
        "clustered": row["clustered"],
        "replica identity": row["replica_identity"],
        "storage parameters": row["parameters"],
        "tablespace": row["tablespace"],
        "index comment": row["index_comment"],
    }
    table = (row["namespace"], row["relation"])
    kind = "inherited constraint" if row["inherited"] else "constraint"
    return Fact(kind, (*table, row["constraint"]), attributes, table)


def without_flags(definition: str) -> str:
    """Return the definition without the flags at its end, which are attributes of their own."""
    for flag in (" NOT VALID", _NOT_ENFORCED, " INITIALLY DEFERRED", " DEFERRABLE"):
        definition = definition.removesuffix(flag)
    return definition


CONSTRAINT = Kind(_QUERY, _fact, objects_of, definition_of)
