"""Indexes other than those that back a constraint."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, LiteralString

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.catalogue import qualified as shown
from fluxc.inspect.member_copy import MISSING, copies, missing
from fluxc.inspect.parts import PARTS, included, parts_of
from fluxc.inspect.scope import Kind
from fluxc.inspect.unsaid import Unsaid
from fluxc.inspect.wording import expression_text, parameters_of
from fluxc.model.index import Index
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from fluxc.model.state import Object

# An index that a partition has from its parent is told by its table and the name of the topmost index, since its own
# name was chosen by the server or by whoever attached it. What an older server does not know is found in ``older``.
_QUERY: Final[LiteralString] = f"""
, part as ({PARTS})
select
  relation.namespace, relation.relation, index_class.relname::text as index, topmost.relname::text as topmost,
  {MISSING} as missing,
  case when index_class.relkind = 'I' and not index.indisvalid then
    (select count(*) from pg_partition_tree(index_class.oid)) < (
      select count(*) from pg_partition_tree(relation.oid)
      join pg_class as member on member.oid = relid and member.relkind <> 'f'
    )
  end as partly,
  index.indisunique as unique, index_class.relkind = 'I' as partitioned,
  quote_ident(index_class.relname) as quoted,
  quote_ident(relation.namespace) || '.' || quote_ident(relation.relation) as quoted_table,
  coalesce(pg_get_indexdef(index_class.oid), '') as definition,
  index.indisvalid as valid, index.indisready as ready, index.indisclustered as clustered,
  index.indisreplident as replica_identity, tablespace.spcname::text as tablespace, comment.description as comment,
  method.amname::text as method, part.parts, index.indnkeyatts as keys,
  pg_get_expr(index.indpred, index.indrelid) as where, index_class.reloptions as options,
  newer.nulls_not_distinct, (
    select string_agg(attnum || ' ' || attstattarget, ', ' order by attnum)
    from pg_attribute where attrelid = index_class.oid and attstattarget >= 0
  ) as statistics
from relation
join pg_index as index on index.indrelid = relation.oid
left join part on part.indexrelid = index.indexrelid
cross join (values (false)) as older (indnullsnotdistinct)
cross join lateral (
  select indnullsnotdistinct as nulls_not_distinct from pg_index as own where own.indexrelid = index.indexrelid
) as newer
join pg_class as index_class on index_class.oid = index.indexrelid
join pg_am as method on method.oid = index_class.relam
left join pg_class as topmost on index_class.relispartition and topmost.oid = pg_partition_root(index_class.oid)
left join pg_tablespace as tablespace on tablespace.oid = index_class.reltablespace
left join pg_description as comment
  on comment.classoid = 'pg_class'::regclass and comment.objoid = index_class.oid and comment.objsubid = 0
where not exists (
  select from pg_constraint
  where conrelid = relation.oid and conindid = index_class.oid and contype in ('p', 'u', 'x')
)
order by relation.namespace collate "C", relation.relation collate "C", index_class.relname collate "C"
"""  # noqa: S608 - every piece is a literal of this program


def _fact(row: Mapping[str, Any]) -> Fact:
    table = (row["namespace"], row["relation"])
    attributes = {
        "table": shown(*table),
        "unique": row["unique"],
        "definition": without_head(
            _in_order(row["definition"], row["options"]),
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
        "statistics": row["statistics"],
        "comment": row["comment"],
    }
    if row["topmost"]:
        return Fact("inherited index", (*table, row["topmost"]), attributes, table)
    return Fact("index", (row["namespace"], row["index"]), attributes, table)


def _in_order(definition: str, options: Sequence[str] | None) -> str:
    """Return the definition with its storage parameters, which the server writes as they were set, by their names."""
    if options is None or len(options) < 2:
        return definition
    texts = (re.escape(option.replace("'", "''")).partition("=") for option in options)
    pairs = (f"({name}=(?:{value}|'{value}'))" for name, _, value in texts)
    return re.sub(rf" WITH \({', '.join(pairs)}\)", _sorted, definition, count=1)


def _sorted(match: re.Match[str]) -> str:
    return f" WITH ({', '.join(sorted(match.groups()))})"


def without_head(definition: str, *, index: str, table: str, unique: bool, partitioned: bool = False) -> str:
    """Return what the server writes behind the name of the table; both names are quoted as the server does."""
    head = f"CREATE {'UNIQUE ' if unique else ''}INDEX {index} ON {'ONLY ' if partitioned else ''}{table} "
    return definition.removeprefix(head)


def _objects(row: Mapping[str, Any]) -> Iterator[Object | Unsaid]:
    key = Key(Index.kind, (row["namespace"], row["relation"], row["topmost"] or row["index"]))
    if row["topmost"]:  # it comes with the index of the parent
        yield from copies(_index(row, key), row["index"])
    elif row["partitioned"] or (row["valid"] and row["ready"]):
        yield _index(row, key)
    if row["missing"]:
        yield from missing(_index(row, key), row)
    if not ((row["valid"] and row["ready"]) or row["partly"]) and not (row["partitioned"] and row["topmost"]):
        yield _unsaid(row, key)


def _index(row: Mapping[str, Any], key: Key) -> Index:
    return Index(
        place=key.path[:-1],
        name=key.path[-1],
        doc=row["comment"],
        parts=parts_of(row),
        unique=row["unique"],
        where=expression_text(row["where"]) if row["where"] else None,
        method=row["method"],
        include=included(row),
        nulls_distinct=not row["nulls_not_distinct"],
        parameters=parameters_of(row["options"]),
        clustered=row["clustered"],
        identifying=row["replica_identity"],
        tablespace=row["tablespace"],
        statistics=_targets(row["statistics"]),
    )


def _targets(text: str | None) -> tuple[tuple[int, int], ...]:
    pairs = (pair.split() for pair in text.split(", ")) if text else ()
    return tuple((int(number), int(target)) for number, target in pairs)


def _unsaid(row: Mapping[str, Any], key: Key) -> Unsaid:
    """Return what is to be said of an index that is not valid: why, and what helps."""
    name = shown(row["namespace"], row["index"])
    if row["partitioned"]:
        why = "-- it is invalid: that of a partition is, or the partition that had none is no longer one"
        return Unsaid(key, f"{why}\n-- drop it and make it again", "not valid")
    why = f"-- it is invalid: create index concurrently failed, or still runs\n-- reindex index concurrently {name}"
    undo = "" if row["topmost"] else f"drop index {name};"
    return Unsaid(key.sibling(row["index"]), f"{why}, or drop it\n{_definition(row)}", undo=undo)


def _definition(row: Mapping[str, Any]) -> str:
    return f"{row['definition']};"


INDEX = Kind(_QUERY, _fact, _objects, _definition)
