"""Privileges: what roles may do with an object, where that is not what PostgreSQL lets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind
from fluxc.model.privileges import Grant, Privileges, SequencePrivileges, known

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

    Held = tuple[list[str], list[str]]
    """Privileges, and those of them that may be passed on."""

# What the server gives to objects that initdb made, the namespace `public`, is in pg_init_privs; what extensions own
# is their own business. The grants of an owner to others are told without the owner's name, and those of everybody
# and the owner with a word of their own.
_QUERY = """
, held (kind, path, owner, acl, standard) as (
    select
      case relkind when 'r' then 'table' when 'p' then 'table' when 'v' then 'view'
        when 'm' then 'materialized_view' when 'f' then 'foreign_table' else 'sequence' end,
      array[namespace.namespace, class.relname::text], class.relowner, class.relacl,
      acldefault(case relkind when 'S' then 's' else 'r' end::"char", class.relowner)
    from pg_class as class join namespace on namespace.oid = class.relnamespace
    where class.relacl is not null and class.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and class.oid <> all (%(outside)s::oid[]) and not exists (
      select from pg_depend where classid = 'pg_class'::regclass and objid = class.oid and deptype = 'e'
    )
    union all
    select case relkind when 'f' then 'foreign_table_column' else 'column' end,
      array[namespace.namespace, class.relname::text, attribute.attname::text], class.relowner,
      attribute.attacl, acldefault('c', class.relowner)
    from pg_attribute as attribute
    join pg_class as class on class.oid = attribute.attrelid
    join namespace on namespace.oid = class.relnamespace
    where attribute.attacl is not null and not attribute.attisdropped and class.relkind in ('r', 'p', 'v', 'm', 'f')
      and class.oid <> all (%(outside)s::oid[]) and not exists (
        select from pg_depend where classid = 'pg_class'::regclass and objid = class.oid and deptype = 'e'
      )
    union all
    select case prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
      array[namespace.namespace,
        quote_ident(routine.proname) || '(' || coalesce((
          select string_agg(format_type(argument, null), ', ' order by place)
          from unnest(routine.proargtypes::oid[]) with ordinality as input (argument, place)
        ), '') || ')'
      ],
      routine.proowner, routine.proacl, acldefault('f', routine.proowner)
    from pg_proc as routine join namespace on namespace.oid = routine.pronamespace
    where routine.proacl is not null and not exists (
      select from pg_depend where classid = 'pg_proc'::regclass and objid = routine.oid and deptype = 'e'
    )
    union all
    select case typtype when 'd' then 'domain_type' when 'e' then 'enum' when 'r' then 'range_type'
        when 'c' then 'composite' else 'base_type' end,
      array[namespace.namespace, type.typname::text], type.typowner, type.typacl, acldefault('T', type.typowner)
    from pg_type as type join namespace on namespace.oid = type.typnamespace
    where type.typacl is not null and type.typtype in ('d', 'e', 'r', 'c', 'b', 'p') and not exists (
      select from pg_depend where classid = 'pg_type'::regclass and objid = type.oid and deptype = 'e'
    )
    union all
    select 'namespace', array[namespace.namespace], spaces.nspowner, spaces.nspacl,
      coalesce(initial.initprivs, acldefault('n', spaces.nspowner))
    from namespace
    join pg_namespace as spaces on spaces.oid = namespace.oid
    left join pg_init_privs as initial
      on initial.objoid = spaces.oid and initial.classoid = 'pg_namespace'::regclass and initial.privtype = 'i'
    where spaces.nspacl is not null
    union all
    select 'foreign_data_wrapper', array[item.fdwname::text], item.fdwowner, item.fdwacl, acldefault('F', item.fdwowner)
    from pg_foreign_data_wrapper as item
    where item.fdwacl is not null and not exists (
      select from pg_depend where classid = 'pg_foreign_data_wrapper'::regclass and objid = item.oid and deptype = 'e'
    )
    union all
    select 'foreign_server', array[item.srvname::text], item.srvowner, item.srvacl, acldefault('S', item.srvowner)
    from pg_foreign_server as item where item.srvacl is not null
    union all
    select 'language', array[item.lanname::text], item.lanowner, item.lanacl,
      coalesce(initial.initprivs, acldefault('l', item.lanowner))
    from pg_language as item
    left join pg_init_privs as initial
      on initial.objoid = item.oid and initial.classoid = 'pg_language'::regclass and initial.privtype = 'i'
    where item.lanacl is not null and not exists (
      select from pg_depend where classid = 'pg_language'::regclass and objid = item.oid and deptype = 'e'
    )
)
, listed as (
    select held.kind, held.path, what.which,
      case granted.grantee when 0 then 'public' when held.owner then '$owner' when granted.grantor then '$owner'
        else coalesce(role.rolname::text, granted.grantee::text) end as role,
      array_agg(lower(granted.privilege_type) order by granted.privilege_type collate "C") as privileges,
      coalesce(
        array_agg(lower(granted.privilege_type) order by granted.privilege_type collate "C")
          filter (where granted.is_grantable),
        '{}'
      ) as grantable
    from held
    cross join lateral (values ('now', held.acl), ('standard', held.standard)) as what (which, acl)
    cross join lateral aclexplode(what.acl) as granted
    left join pg_roles as role on role.oid = granted.grantee
    group by held.kind, held.path, what.which, 4
)
, told as (
  select held.kind, held.path, (
    select coalesce(jsonb_object_agg(listed.role, jsonb_build_array(listed.privileges, listed.grantable)), '{}')
    from listed where listed.kind = held.kind and listed.path = held.path and listed.which = 'now'
  ) as now, (
    select coalesce(jsonb_object_agg(listed.role, jsonb_build_array(listed.privileges, listed.grantable)), '{}')
    from listed where listed.kind = held.kind and listed.path = held.path and listed.which = 'standard'
  ) as standard
  from held
)
select told.*, case when kind = 'sequence' then (
  select array[class.relname::text, attribute.attname::text]
  from pg_depend as owner
  join pg_class as class on class.oid = owner.refobjid
  join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum = owner.refobjsubid
  where owner.classid = 'pg_class'::regclass and owner.refclassid = 'pg_class'::regclass and owner.deptype = 'i'
    and owner.objid = to_regclass(format('%%I.%%I', path[1], path[2])) and owner.objsubid = 0
) end as identity
from told where now <> standard
"""


_NEWEST: Final = 99

UNSAID: Final = frozenset(
    {"foreign_table", "foreign_table_column", "base_type", "foreign_data_wrapper", "foreign_server", "language"}
)
"""What has privileges and is not in a state."""


def _fact(row: Mapping[str, Any]) -> Fact:
    said = said_of(row)
    attributes = {role: held_text(*held) for role, held in sorted(said.items())}
    return Fact(f"privileges on {row['kind'].replace('_', ' ')}", tuple(row["path"]), attributes)


def said_of(row: Mapping[str, Any]) -> dict[str, tuple[list[str], list[str]]]:
    """Return by role what is not as PostgreSQL has it."""
    now, standard = row["now"], row["standard"]
    return {role: now.get(role, ([], [])) for role in {*now, *standard} if now.get(role) != standard.get(role)}


def held_of(row: Mapping[str, Any]) -> Iterator[tuple[str, Held, Held]]:
    """Yield each role that holds other privileges than usual, with what it holds and what is usual."""
    for role, held in sorted(said_of(row).items()):
        now, usual = held, row["standard"].get(role, ([], []))
        yield role, now, usual


def held_text(privileges: list[str], grantable: list[str]) -> str:
    """Return what a role may do in words."""
    return ", ".join(f"{name} with grant option" if name in grantable else name for name in privileges) or "nothing"


def _objects(row: Mapping[str, Any]) -> Iterator[Object]:
    if row["kind"] in UNSAID:
        return  # told with what they are about
    path = tuple(row["path"])
    grants = grants_of(row["kind"], row)
    if row["identity"] is not None:
        table, column = row["identity"]
        yield SequencePrivileges(place=(path[0], table), name=column, grants=grants, sequence=path[1])
        return
    yield Privileges(place=path[:-1], name=path[-1], of=row["kind"], grants=grants)


def grants_of(of: str, row: Mapping[str, Any]) -> tuple[Grant, ...]:
    """Return the grants that tell what of a row is not as PostgreSQL has it."""
    return tuple(_grant(of, role, *held) for role, held in sorted(said_of(row).items()))


def _grant(of: str, role: str, privileges: list[str], grantable: list[str]) -> Grant:
    order = known(of, _NEWEST)
    return Grant(role, tuple(sorted(privileges, key=order.index)), tuple(sorted(grantable, key=order.index)))


PRIVILEGES = Kind(_QUERY, _fact, _objects)
