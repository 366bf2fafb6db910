"""Tables, ordinary and partitioned, without what they contain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind
from fluxc.inspect.unsaid import Unsaid
from fluxc.inspect.wording import parameters_of
from fluxc.model.names import not_null_name, qualified
from fluxc.model.partition import bound_sql
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object
    from fluxc.model.table import NotNullKind

# Storage parameters are kept by the server in the order in which they were set: sorted, bytewise so that the
# database's collation does not matter. Parents are in the order that decides the inherited columns. Not-null
# constraints have names from 18 on; partitions have those of their tables, but for what was attached.
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
  array(
    select array[home.nspname::text, parent.relname::text]
    from pg_inherits as heir
    join pg_class as parent on parent.oid = heir.inhparent
    join pg_namespace as home on home.oid = parent.relnamespace
    where heir.inhrelid = class.oid and not class.relispartition
    order by heir.inhseqno
  ) as inherits,
  case when class.relispartition then array(
    select unnest(array[home.nspname::text, parent.relname::text])
    from pg_inherits as member
    join pg_class as parent on parent.oid = member.inhparent
    join pg_namespace as home on home.oid = parent.relnamespace
    where member.inhrelid = class.oid and not member.inhdetachpending
  ) end as partition_of,
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
  comment.description as comment,
  (
    select jsonb_agg(jsonb_build_array(attribute.attname, entry.conname, entry.coninhcount > 0, said.named, said.kinds))
    from pg_constraint as entry
    join pg_attribute as attribute on attribute.attrelid = entry.conrelid and attribute.attnum = entry.conkey[1]
    cross join lateral (select array_remove(array[
      case when entry.coninhcount > 0 and entry.conislocal and class.relispartition then 'local' end,
      case when entry.coninhcount = 0 and entry.connoinherit then 'no inherit' end,
      case when entry.coninhcount = 0 and not entry.convalidated then 'not valid' end
    ], null) as kinds, case
      when entry.coninhcount = 0 then entry.conname <> relation.relation || '_' || attribute.attname || '_not_null'
      else class.relispartition and entry.conname <> (
        select theirs.conname
        from pg_inherits as member
        join pg_attribute as source on source.attrelid = member.inhparent and source.attname = attribute.attname
        join pg_constraint as theirs
          on theirs.conrelid = source.attrelid and theirs.contype = 'n' and theirs.conkey[1] = source.attnum
        where member.inhrelid = class.oid
      )
    end as named) as said
    where entry.conrelid = class.oid and entry.contype = 'n' and (said.named or said.kinds <> '{}')
  ) as not_nulls
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
_WORDS: Final[dict[str, Literal["nothing", "full"]]] = {"n": "nothing", "f": "full"}
USUAL_METHOD = "heap"
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
        parameters=tuple(sorted(parameters_of(row["options"]))),
        unlogged=row["persistence"] == "u",
        tablespace=row["tablespace"],
        method=None if row["method"] == USUAL_METHOD and row["relkind"] != "p" else row["method"],
        replica_identity=_WORDS.get(row["replica_identity"]),
        row_security=row["row_security"],
        row_security_forced=row["row_security_forced"],
        inherits=tuple(map(tuple, row["inherits"])),
        not_nulls=_not_nulls(row),
        not_null_kinds=_kinds(row),
    )
    found = _partitioned(row, item) if row["partition_key"] or row["partition_bound"] else item
    if found is None:
        yield Unsaid(item.key, _definition(row), undo=f"drop table {item.sql};")
        return
    yield found
    if row["row_type"] != "-":
        change = f"alter table {item.sql} of {row['row_type']};"
        yield Unsaid(item.key, change, "row type", f"alter table {item.sql} not of;")


def _not_nulls(row: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the names of not-null constraints that are not the usual ones; where these are cut, SQL cannot tell."""
    found = (
        (column, name)
        for column, name, inherited, named, _ in row["not_nulls"] or ()
        if named and (inherited or _is_own(row, column, name))
    )
    return tuple(sorted(found))


def _kinds(row: Mapping[str, Any]) -> tuple[tuple[str, tuple[NotNullKind, ...]], ...]:
    """Return how not-null constraints hold that do not hold as usual."""
    return tuple(sorted((said[0], tuple(said[4])) for said in row["not_nulls"] or () if said[4]))


def _is_own(row: Mapping[str, Any], column: str, name: str) -> bool:
    return bool(name != not_null_name(row["relation"], column))


def _partitioned(row: Mapping[str, Any], item: Table) -> Table | None:
    """Return a partitioned table, or a partition; None where a state cannot say it, as one that is being detached."""
    from fluxc.inspect.partition import partition_key  # most tables are in one piece

    update: dict[str, Any] = {}
    if row["partition_key"]:
        update["partition_by"] = partition_key(row["partition_key"])
    if row["partition_bound"]:
        update |= {"partition_of": tuple(row["partition_of"]), "bound": bound_sql(row["partition_bound"])}
    return item.model_copy(update=update) if all(update.values()) else None


def _definition(row: Mapping[str, Any]) -> str:
    name = qualified(row["namespace"], row["relation"])
    parents = f" inherits ({row['parents']})" if row["parents"] and not row["partition_bound"] else ""
    key = f" partition by {row['partition_key']}" if row["partition_key"] else ""
    if row["partition_bound"]:
        return f"create table {name} partition of {row['parents']} {row['partition_bound']}{key};"
    return f"create table {name} (){parents}{key};"


TABLE = Kind(_QUERY, _fact, _objects, _definition)
