"""Indexes other than those that back a constraint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact, qualified
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

# An index that a partition has from its parent is told by its table and the name of the topmost index, since its own
# name was chosen by the server or by whoever attached it.
_QUERY = """
select
  relation.namespace, relation.relation, class.relname::text as index, topmost.relname::text as topmost,
  entry.indisunique as unique, class.relkind = 'I' as partitioned,
  quote_ident(class.relname) as quoted,
  quote_ident(relation.namespace) || '.' || quote_ident(relation.relation) as quoted_table,
  coalesce(pg_get_indexdef(class.oid), '') as definition,
  entry.indisvalid as valid, entry.indisready as ready, entry.indisclustered as clustered,
  entry.indisreplident as replica_identity, tablespace.spcname::text as tablespace, comment.description as comment
from relation
join pg_index as entry on entry.indrelid = relation.oid
join pg_class as class on class.oid = entry.indexrelid
left join pg_class as topmost on class.relispartition and topmost.oid = pg_partition_root(class.oid)
left join pg_tablespace as tablespace on tablespace.oid = class.reltablespace
left join pg_description as comment
  on comment.classoid = 'pg_class'::regclass and comment.objoid = class.oid and comment.objsubid = 0
where not exists (
  select from pg_constraint
  where conrelid = relation.oid and conindid = class.oid and contype in ('p', 'u', 'x')
)
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    table = (row["namespace"], row["relation"])
    attributes = {
        "table": qualified(*table),
        "unique": row["unique"],
        "definition": without_head(
            row["definition"],
            index=row["quoted"],
            table=row["quoted_table"],
            unique=row["unique"],
            partitioned=row["partitioned"],
        ),
        "valid": row["valid"],
        "ready": row["ready"],
        "clustered": row["clustered"],
        "replica identity": row["replica_identity"],
        "tablespace": row["tablespace"],
        "comment": row["comment"],
    }
    if row["topmost"]:
        return Fact("inherited index", (*table, row["topmost"]), attributes, table)
    return Fact("index", (row["namespace"], row["index"]), attributes, table)


def without_head(definition: str, *, index: str, table: str, unique: bool, partitioned: bool = False) -> str:
    """Return what the server writes behind the name of the table; both names are quoted as the server does."""
    head = f"CREATE {'UNIQUE ' if unique else ''}INDEX {index} ON {'ONLY ' if partitioned else ''}{table} "
    return definition.removeprefix(head)


INDEX = Kind(_QUERY, _fact)
