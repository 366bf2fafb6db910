"""The roles of a server, which are in no database's catalogue: read where they are declared or asked for.

What a schema does not say of a role is the server's business, so only what it says is compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.inspect.catalogue import qualified
from fluxc.inspect.difference import Difference
from fluxc.inspect.reading import answered
from fluxc.inspect.session import pinned
from fluxc.model.role import FLAGS, FOR_EVER, Membership, Role
from fluxc.model.settings import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import psycopg

    from fluxc.inspect.catalogue import Value

_BOOTSTRAP: Final = 10
# A server before 16 has no options of memberships, so a row of them is asked as a whole what it says of them.
_QUERY: Final = """
select role.oid, role.rolname::text as name, role.rolsuper as superuser, role.rolname = current_user as reads,
  role.rolcanlogin as login, role.rolinherit as inherit, role.rolcreatedb as createdb,
  role.rolcreaterole as createrole, role.rolbypassrls as bypassrls, role.rolreplication as replication,
  role.rolconnlimit as connection_limit, role.rolvaliduntil::text as valid_until,
  shobj_description(role.oid, 'pg_authid') as doc,
  coalesce((
    select setconfig from pg_db_role_setting where setrole = role.oid and setdatabase = 0
  ), '{}') as settings,
  coalesce((
    select setconfig from pg_db_role_setting where setrole = role.oid
      and setdatabase = (select oid from pg_database where datname = current_database())
  ), '{}') as database_settings,
  coalesce((
    select jsonb_object_agg(held.name, jsonb_build_array(held.admin, held.inherit, held.set))
    from (
      select whole.rolname::text as name, bool_or(entry.admin_option) as admin,
        bool_or((to_jsonb(entry) ->> 'inherit_option')::boolean) as inherit,
        bool_or((to_jsonb(entry) ->> 'set_option')::boolean) as set
      from pg_auth_members as entry join pg_roles as whole on whole.oid = entry.roleid
      where entry.member = role.oid group by whole.rolname
    ) as held
  ), '{}') as member_of,
  exists (select from pg_user_mappings where umuser = role.oid) as mapped
from pg_roles as role
where role.rolname !~ '^pg_' and (%(names)s::text[] is null or role.rolname = any (%(names)s::text[]))
"""


class FoundRole(NamedTuple):
    """A role of a server with everything that a schema may say of it; ``own`` is who reads or made the server."""

    role: Role
    superuser: bool
    own: bool
    mapped: bool


def read_roles(connection: psycopg.Connection[Any], names: Iterable[str] | None = None) -> dict[str, FoundRole]:
    """Return the roles of these names, or all but those that come with the server, by their names."""
    from psycopg.rows import dict_row

    cursor = connection.cursor(row_factory=dict_row)
    wanted = {"names": list(names) if names is not None else None}
    with answered(connection), pinned(connection, read_only=True):
        rows = cursor.execute(_QUERY, wanted, prepare=False).fetchall()
    return {row["name"]: _found(row) for row in rows}


def _found(row: Mapping[str, Any]) -> FoundRole:
    memberships = (Membership(name, *options) for name, options in row["member_of"].items())
    role = Role(
        name=row["name"],
        doc=row["doc"],
        **{name: row[name] for name in FLAGS},
        connection_limit=row["connection_limit"],
        valid_until=row["valid_until"] or FOR_EVER,
        member_of=tuple(sorted(memberships)),
        settings=_settings(row["settings"]),
        database_settings=_settings(row["database_settings"]),
    )
    own = row["oid"] == _BOOTSTRAP or (row["reads"] and row["superuser"])
    return FoundRole(role, row["superuser"], own, row["mapped"])


def _settings(entries: Iterable[str]) -> tuple[tuple[str, str], ...]:
    parts = (entry.partition("=") for entry in entries)
    return tuple(sorted((name.lower(), kept(name.lower(), value)) for name, _, value in parts))


def role_differences(connection: psycopg.Connection[Any], declared: Iterable[Role]) -> Iterator[Difference]:
    """Yield in what the roles of a server are not as declared; what is not said of them is not looked at."""
    said = {role.name: role for role in declared}
    found = read_roles(connection, said)
    for name, role in sorted(said.items()):
        if name not in found:
            yield Difference(Role.kind, qualified(name), "", expected=True, found=False)
            continue
        wanted, there = dict(_attributes(role)), dict(_attributes(found[name].role))
        for attribute, value in sorted(wanted.items()):
            has = there.get(attribute, False if value is True else None)
            if has != value:
                yield Difference(Role.kind, qualified(name), attribute, value, has)


def _attributes(role: Role) -> Iterator[tuple[str, Value]]:
    """Yield what is said of a role, each thing under a name that tells it from all others."""
    yield from role.flags.items()
    more = {"connection limit": role.connection_limit, "valid until": role.valid_until, "comment": role.doc}
    yield from ((name, value) for name, value in more.items() if value is not None)
    for item in role.member_of:
        group = f"member of {qualified(item.role)}"
        yield group, True
        options = {"admin": item.admin, "inherit": item.inherit, "set": item.set}
        yield from ((f"{group}, {word}", value) for word, value in options.items() if value is not None)
    yield from ((f"setting {name}", value) for name, value in role.settings)
    yield from ((f"setting {name} in this database", value) for name, value in role.database_settings)
