"""What of a database is read only where somebody asks for it: who owns things, versions of extensions, namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.inspect.reading import answered
from fluxc.inspect.scope import LEDGER_NAMESPACE, full_query
from fluxc.inspect.session import pinned
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

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
_NAMESPACES: Final = """
select nspname::text from pg_namespace
where nspname !~ '^pg_' and nspname <> 'information_schema' and nspname <> %s order by 1
"""
_ELSEWHERE: Final = """
select spaces.nspname::text, class.relname::text, attribute.attname::text,
  format_type(type.oid, null), home.nspname::text
from pg_namespace as spaces
join pg_class as class on class.relnamespace = spaces.oid
join pg_attribute as attribute on attribute.attrelid = class.oid
join pg_type as type on type.oid = attribute.atttypid
join pg_type as element
  on element.oid = case when type.typelem <> 0 and type.typlen = -1 then type.typelem else type.oid end
join pg_namespace as home on home.oid = element.typnamespace
where spaces.nspname = any (%s) and class.relkind in ('r', 'p') and attribute.attnum > 0 and not attribute.attisdropped
  and home.nspname <> all (%s) and home.nspname <> 'pg_catalog' and not exists (
    select from pg_depend where classid = 'pg_type'::regclass and objid = element.oid and deptype = 'e'
  )
order by 1, 2, attribute.attnum
limit 1
"""
_VERSIONS: Final = "select extname::text as name, extversion as version from pg_extension where extname <> 'plpgsql'"


def namespaces(connection: psycopg.Connection[Any]) -> list[str]:
    """Return the namespaces that a database has beside those of the server and of the ledger."""
    with answered(connection), pinned(connection, read_only=True):
        return [name for (name,) in connection.execute(_NAMESPACES, [LEDGER_NAMESPACE], prepare=False)]


class Elsewhere(NamedTuple):
    """A column whose type lies in a namespace that is not wanted."""

    column: tuple[str, str, str]
    type: str
    namespace: str


def type_elsewhere(connection: psycopg.Connection[Any], wanted: Collection[str]) -> Elsewhere | None:
    """Return a column in the wanted namespaces that is of a type of another one, but not of an extension's."""
    with answered(connection), pinned(connection, read_only=True):
        row = connection.execute(_ELSEWHERE, [list(wanted), list(wanted)], prepare=False).fetchone()
    return None if row is None else Elsewhere(row[:3], *row[3:])


def owners(connection: psycopg.Connection[Any], *, ignore: Collection[str] = ()) -> dict[Key, str]:
    """Return by their keys the objects that do not belong to the role that reads, with their owners.

    What lies in the namespaces of ``ignore`` is left out.
    """
    from psycopg.rows import dict_row

    cursor = connection.cursor(row_factory=dict_row)
    with answered(connection), pinned(connection, read_only=True):
        wanted = {"ignore": list(ignore), "outside": [], "only": None}
        rows = cursor.execute(full_query(_OWNERS), wanted, prepare=False).fetchall()
    return {Key(row["kind"], tuple(row["path"])): row["owner"] for row in rows}


def versions(connection: psycopg.Connection[Any]) -> Mapping[str, str]:
    """Return the versions of the extensions of a database."""
    with answered(connection), pinned(connection, read_only=True):
        return dict(connection.execute(_VERSIONS, prepare=False).fetchall())
