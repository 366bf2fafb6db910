"""Primary key, unique, check, foreign key and exclusion constraints, each with the index that backs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

# A constraint that a partition has from its parent is told by the name of the topmost constraint, since its own was
# chosen by whoever attached it. A foreign key to a partitioned table has further rows on its own table, one for each
# partition, which say nothing new. Whether it is enforced is told by the definition, the same for servers before 18.
_QUERY = """
, topmost as (
    select oid, conname from pg_constraint where conparentid = 0
    union all
    select child.oid, topmost.conname from pg_constraint as child join topmost on child.conparentid = topmost.oid
)
select
  relation.namespace, relation.relation, topmost.conname::text as constraint,
  entry.conparentid <> 0 as inherited, entry.contype::text as type,
  coalesce(pg_get_constraintdef(entry.oid), '') as definition, entry.convalidated as validated,
  entry.condeferrable as deferrable, entry.condeferred as deferred, comment.description as comment,
  index.indisvalid as index_valid, index.indisready as index_ready, index.indisclustered as clustered,
  index.indisreplident as replica_identity, (
    select string_agg(setting, ', ' order by setting collate "C")
    from unnest(index_class.reloptions) as setting
  ) as parameters, tablespace.spcname::text as tablespace,
  index_comment.description as index_comment
from relation
join pg_constraint as entry on entry.conrelid = relation.oid and entry.contype in ('p', 'u', 'c', 'f', 'x')
join topmost on topmost.oid = entry.oid
left join pg_constraint as parent on parent.oid = entry.conparentid
left join pg_index as index on index.indexrelid = entry.conindid and entry.contype in ('p', 'u', 'x')
left join pg_class as index_class on index_class.oid = index.indexrelid
left join pg_tablespace as tablespace on tablespace.oid = index_class.reltablespace
left join pg_description as comment on comment.classoid = 'pg_constraint'::regclass and comment.objoid = entry.oid
left join pg_description as index_comment
  on index_comment.classoid = 'pg_class'::regclass and index_comment.objoid = index.indexrelid
where parent.conrelid is distinct from entry.conrelid
"""

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


CONSTRAINT = Kind(_QUERY, _fact)
