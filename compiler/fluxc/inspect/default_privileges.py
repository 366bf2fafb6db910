"""Default privileges: what roles may do with what is made from then on, where that is not what PostgreSQL lets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.privileges import grants_of, held_text, said_of
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

# In a namespace there is what comes on top of the database's. Who migrates is who
# made the ledger, whose namespace is the first of those that are left out, or who asks.
_QUERY = """
, held as (
  select
    entry.oid, entry.defaclrole as owner, space.nspname::text as namespace, entry.defaclobjtype as type,
    entry.defaclacl as acl, maker.rolname::text as maker,
    case when entry.defaclnamespace = 0 then acldefault(case entry.defaclobjtype
      when 'S' then 's' else entry.defaclobjtype end, entry.defaclrole) end as standard,
    entry.defaclrole = coalesce(
      (select nspowner from pg_namespace where nspname = (%(ignore)s::text[])[1]),
      (select oid from pg_roles where rolname = current_user)
    ) as mine
  from pg_default_acl as entry
  left join pg_namespace as space on space.oid = entry.defaclnamespace
  left join pg_roles as maker on maker.oid = entry.defaclrole
  where entry.defaclnamespace = 0 or entry.defaclnamespace in (select oid from namespace)
)
, listed as (
  select held.oid, what.which,
    case granted.grantee when 0 then 'public' when held.owner then '$owner'
      else coalesce(role.rolname::text, granted.grantee::text) end as role,
    jsonb_build_array(
      array_agg(lower(granted.privilege_type) order by granted.privilege_type collate "C"),
      coalesce(
        array_agg(lower(granted.privilege_type) order by granted.privilege_type collate "C")
          filter (where granted.is_grantable),
        '{}'
      )
    ) as privileges
  from held
  cross join lateral (values ('now', held.acl), ('standard', held.standard)) as what (which, acl)
  cross join lateral aclexplode(what.acl) as granted
  left join pg_roles as role on role.oid = granted.grantee
  group by held.oid, what.which, 3
)
select
  held.namespace, case when not held.mine then coalesce(held.maker, held.owner::text) end as by,
  case held.type when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types'
    when 'n' then 'schemas' else 'large_objects' end as made,
  coalesce(jsonb_object_agg(listed.role, listed.privileges) filter (where listed.which = 'now'), '{}') as now,
  coalesce(jsonb_object_agg(listed.role, listed.privileges) filter (where listed.which = 'standard'), '{}') as standard
from held left join listed on listed.oid = held.oid
group by held.oid, held.namespace, held.mine, held.maker, held.owner, held.type
order by 1 nulls first, 3, 2
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    attributes = {role: held_text(*held) for role, held in sorted(said_of(row).items())}
    name = row["made"] if row["by"] is None else f"{row['made']} by {row['by']}"
    return Fact("default privileges", (*_place(row), name), attributes)


def _place(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (row["namespace"],) if row["namespace"] is not None else ()


def _objects(row: Mapping[str, Any]) -> Iterator[Object]:
    from fluxc.model.default_privileges import OF, DefaultPrivileges  # most databases have none

    yield DefaultPrivileges.named(_place(row), row["made"], row["by"], grants_of(OF[row["made"]], row))


DEFAULT_PRIVILEGES = Kind(_QUERY, _fact, _objects, present="exists (select from pg_default_acl)")
