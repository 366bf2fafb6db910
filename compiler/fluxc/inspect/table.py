"""Tables, ordinary and partitioned, without what they contain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind
from fluxc.inspect.unsaid import Unsaid
from fluxc.inspect.wording import parameters_of
from fluxc.model.names import qualified, quote
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

# Storage parameters are kept by the server in the order in which they were set: sorted, bytewise so that the
# database's collation does not matter. Parents are in the order that decides the inherited columns.
_QUERY = """
select
  relation.namespace, relation.relation, relation.relkind, class.relpersistence::text as persistence,
  (
    select string_agg(setting, ', ' order by setting collate "C")
    from (
      select unnest(class.reloptions) as setting
      union all select 'toast.' || unnest(toast.reloptions)
    ) as parameter
  ) as parameters,
  array(
    select unnest(class.reloptions)
    union all select 'toast.' || unnest(toast.reloptions)
  ) as options,
  tablespace.spcname::text as tablespace, method.amname::text as method,
  class.reloftype::regtype::text as row_type, class.relreplident::text as replica_identity,
  class.relrowsecurity as row_security, class.relforcerowsecurity as row_security_forced,
  pg_get_partkeydef(class.oid) as partition_key,
  pg_get_expr(class.relpartbound, class.oid) as partition_bound,
  (
    select string_agg(
      inhparent::regclass || case when inhdetachpending then ' (detach pending)' else '' end,
      ', ' order by inhseqno
    )
    from pg_inherits
    where inhrelid = class.oid
  ) as parents,
  comment.description as comment
from relation
join pg_class as class on class.oid = relation.oid
left join pg_class as toast on toast.oid = class.reltoastrelid
left join pg_tablespace as tablespace on tablespace.oid = class.reltablespace
left join pg_am as method on method.oid = class.relam
left join pg_description as comment
  on comment.classoid = 'pg_class'::regclass and comment.objoid = class.oid and comment.objsubid = 0
where relation.relkind in ('r', 'p')
order by relation.namespace collate "C", relation.relation collate "C"
"""

_KINDS = {"r": "ordinary", "p": "partitioned"}
_PERSISTENCE = {"p": "permanent", "u": "unlogged", "t": "temporary"}
_REPLICA_IDENTITY = {"d": "default", "n": "nothing", "f": "full", "i": "index"}


def _fact(row: Mapping[str, Any]) -> Fact:
    attributes = {
        "kind": _KINDS[row["relkind"]],
        "persistence": _PERSISTENCE[row["persistence"]],
        "storage parameters": row["parameters"],
        "tablespace": row["tablespace"],
        "access method": row["method"],
        "row type": None if row["row_type"] == "-" else row["row_type"],
        "replica identity": _REPLICA_IDENTITY[row["replica_identity"]],
        "row security": row["row_security"],
        "row security forced": row["row_security_forced"],
        "partition key": row["partition_key"],
        "partition bound": row["partition_bound"],
        "parents": row["parents"],
        "comment": row["comment"],
    }
    return Fact("table", (row["namespace"], row["relation"]), attributes)


def _objects(row: Mapping[str, Any]) -> Iterator[Object | Unsaid]:
    item = Table(
        place=(row["namespace"],),
        name=row["relation"],
        doc=row["comment"],
        parameters=parameters_of(row["options"]),
    )
    if row["relkind"] == "p" or row["parents"]:
        yield Unsaid(item.key, _definition(row))
        return
    yield item
    for attribute, change in _changes(row):
        yield Unsaid(item.key, f"alter table {item.sql} {change};", attribute)


def _changes(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what of a table a state cannot say, in words and as what `alter table` takes."""
    if row["persistence"] == "u":
        yield "persistence", "set unlogged"
    if row["tablespace"]:
        yield "tablespace", f"set tablespace {quote(row['tablespace'])}"
    if row["method"] not in {None, "heap"}:
        yield "access method", f"set access method {quote(row['method'])}"
    if row["row_type"] != "-":
        yield "row type", f"of {row['row_type']}"
    if row["replica_identity"] in {"n", "f"}:
        yield "replica identity", f"replica identity {_REPLICA_IDENTITY[row['replica_identity']]}"
    if row["row_security"]:
        yield "row security", "enable row level security"
    if row["row_security_forced"]:
        yield "row security forced", "force row level security"


def _definition(row: Mapping[str, Any]) -> str:
    name = qualified(row["namespace"], row["relation"])
    parents = f" inherits ({row['parents']})" if row["parents"] and not row["partition_bound"] else ""
    key = f" partition by {row['partition_key']}" if row["partition_key"] else ""
    if row["partition_bound"]:
        return f"create table {name} partition of {row['parents']} {row['partition_bound']}{key};"
    return f"create table {name} (){parents}{key};"


TABLE = Kind(_QUERY, _fact, _objects, _definition)
