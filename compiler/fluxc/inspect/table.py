"""Tables, ordinary and partitioned, without what they contain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

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


TABLE = Kind(_QUERY, _fact)
