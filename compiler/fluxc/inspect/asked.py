"""What of a database is read only where somebody asks for it: who owns things, and the versions of extensions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.inspect.reading import answered
from fluxc.inspect.scope import full_query
from fluxc.inspect.session import pinned
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Mapping

    import psycopg

# The role that reads is the one that a migration runs as; the namespace `public` belongs to who owns the database.
_OWNERS: Final = """
, held (kind, path, owner) as (
  select case class.relkind when 'r' then 'table' when 'p' then 'table' when 'v' then 'view'
      when 'm' then 'materialized_view' else 'sequence' end,
    array[relation.namespace, relation.relation], class.relowner
  from relation join pg_class as class on class.oid = relation.oid
  union all
  select case prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
    array[namespace.namespace,
      quote_ident(routine.proname) || '(' || coalesce((
        select string_agg(format_type(argument, null), ', ' order by place)
        from unnest(routine.proargtypes::oid[]) with ordinality as input (argument, place)
      ), '') || ')'
    ],
    routine.proowner
  from pg_proc as routine join namespace on namespace.oid = routine.pronamespace
  where not exists (
    select from pg_depend where classid = 'pg_proc'::regclass and objid = routine.oid and deptype in ('e', 'i')
  )
  union all
  select case typtype when 'd' then 'domain_type' when 'e' then 'enum' when 'r' then 'range_type' else 'composite' end,
    array[namespace.namespace, type.typname::text], type.typowner
  from pg_type as type join namespace on namespace.oid = type.typnamespace
  where type.typtype in ('d', 'e', 'r', 'c') and not exists (
    select from pg_depend where classid = 'pg_type'::regclass and objid = type.oid and deptype = 'e'
  )
  union all
  select 'namespace', array[namespace.namespace], spaces.nspowner
  from namespace join pg_namespace as spaces on spaces.oid = namespace.oid
  where namespace.namespace <> 'public'
)
select held.kind, held.path, role.rolname::text as owner
from held join pg_roles as role on role.oid = held.owner
where role.rolname <> current_user
"""
_VERSIONS: Final = "select extname::text as name, extversion as version from pg_extension where extname <> 'plpgsql'"


def owners(connection: psycopg.Connection[Any]) -> dict[Key, str]:
    """Return by their keys the objects that do not belong to the role that reads, with their owners."""
    from psycopg.rows import dict_row

    cursor = connection.cursor(row_factory=dict_row)
    with answered(connection), pinned(connection, read_only=True):
        rows = cursor.execute(full_query(_OWNERS), {"ignore": []}, prepare=False).fetchall()
    return {Key(row["kind"], tuple(row["path"])): row["owner"] for row in rows}


def versions(connection: psycopg.Connection[Any]) -> Mapping[str, str]:
    """Return the versions of the extensions of a database."""
    with answered(connection), pinned(connection, read_only=True):
        return dict(connection.execute(_VERSIONS, prepare=False).fetchall())
