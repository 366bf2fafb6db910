"""Roles from outside: made where they are missing, never dropped, compared as far as they are declared, pulled."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.program import Folder
    from tests.conftest import NewDatabase

    from fluxc.server.scratch import Scratch

SCHEMA = """roles:
  cli_clerk:
    doc: It's a clerk.
    login: true
    connection_limit: 7
    valid_until: 2030-12-31T01:00:00.5+01:00
    member_of: {cli_staff: {admin: true, inherit: false, set: false}, pg_monitor: {}}
    settings: {search_path: "app, public", statement_timeout: 5s}
    database_settings: {TimeZone: Europe/Berlin}
  cli_staff:
  'cli "odd" $body$ one': {createrole: true, createdb: true, inherit: false}
tables:
  t:
    columns: {id: bigint primary key}
    owner: cli_staff
    grants: {cli_clerk: select, 'cli "odd" $body$ one': insert}
"""
_ROLES = "select rolname::text from pg_roles where rolname like 'cli%' order by 1"
_MADE = """
select rolcanlogin, rolconnlimit, rolvaliduntil = '2030-12-31 00:00:00.5+00', shobj_description(oid, 'pg_authid'),
  rolconfig::text, (select setconfig::text from pg_db_role_setting join pg_database on pg_database.oid = setdatabase
    where setrole = pg_roles.oid and datname = current_database()),
  (select array_agg(roleid::regrole::text order by 1) from pg_auth_members where member = pg_roles.oid)
from pg_roles where rolname = 'cli_clerk'
"""


def ask(url: str, query: str) -> list[Any]:
    """Return the rows that a query gives, single columns bare."""
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(query.encode())
        found = cursor.fetchall() if cursor.description else []
        return [row[0] if len(row) == 1 else row for row in found]


@pytest.fixture
def clean(server: Scratch) -> Iterator[None]:
    """Drop the roles of a test when its databases are gone."""
    yield
    with psycopg.connect(server.url(), autocommit=True) as connection:
        for role in ask(server.url(), _ROLES):
            connection.execute(SQL("drop owned by {0}; drop role {0}").format(Identifier(role)))


@pytest.fixture
def project(empty: Folder) -> Folder:
    """Return a project with roles."""
    empty.write("fluxc.toml", "target = 16\n")
    empty.write("schema/app.yaml", SCHEMA)
    return empty


@pytest.mark.usefixtures("clean")
def test_roles_are_made_once_for_a_server(project: Folder, new_database: NewDatabase, server: Scratch) -> None:
    """Up, down, up, by another database and by psql: what is declared is there; nothing is taken away."""
    one, other, third = new_database(), new_database(), new_database()
    project("build", "--seal")
    project("migrate", "--url", one, "--yes")
    made = ask(one, _MADE)
    settings = '{"search_path=app, public",statement_timeout=5s}'
    groups = ["cli_staff", "pg_monitor"]
    assert made == [(True, 7, True, "It's a clerk.", settings, "{TimeZone=Europe/Berlin}", groups)]
    roles = ask(one, _ROLES)
    assert len(roles) == 3
    assert project("drift", "--url", one, "--json").json["differences"] == []

    project("rollback", "--url", one, "--yes")
    assert ask(one, _ROLES) == roles
    project("migrate", "--url", one, "--yes")
    project("migrate", "--url", other, "--yes")
    (file,) = (project.root / "out/migrations").glob("*[!n].sql")
    program = str(server.engine.program("psql"))
    subprocess.run([program, "-Xq", "-v", "ON_ERROR_STOP=1", "-d", third, "-f", str(file)], check=True)
    assert ask(one, _MADE) == ask(other, _MADE) == ask(third, _MADE) == made

    for member, group in (("cli_staff", "cli_clerk"), ("cli_clerk", "cli_staff")):
        project.write("schema/app.yaml", f"roles: {{{member}: {{member_of: {group}}}, {group}: }}\n")
        project("build", "--seal")
        project("migrate", "--url", one, "--yes")
        assert project("drift", "--url", one, "--json").json["differences"] == []
        assert ask(one, _ROLES) == roles
    project("rollback", "--url", one, "--count", "2", "--yes")
    assert ask(one, _MADE) == made


@pytest.mark.usefixtures("clean")
def test_drift_tells_of_what_is_declared(project: Folder, new_database: NewDatabase) -> None:
    """A missing role, another attribute, a membership that went: these are differences; what nobody declared is not."""
    live = new_database()
    project("build", "--seal")
    project("migrate", "--url", live, "--yes")
    ask(
        live,
        "create role cli_stranger; grant cli_stranger to cli_clerk; alter role cli_clerk createdb nologin;"
        " alter role cli_clerk reset statement_timeout; revoke pg_monitor from cli_clerk;"
        " grant cli_staff to cli_clerk with set true; alter role cli_staff login; comment on role cli_clerk is null",
    )
    ask(live, 'drop owned by "cli ""odd"" $body$ one"; drop role "cli ""odd"" $body$ one"')
    found = project("drift", "--url", live, "--json", code=1).json["differences"]
    told = {item["object"]: (item["expected"], item["found"]) for item in found if item["kind"] == "role"}
    said = ("comment", "login", "member of cli_staff, set", "member of pg_monitor", "setting statement_timeout")
    assert told.pop('"cli ""odd"" $body$ one"') == (True, False)
    assert list(told) == ["cli_clerk"]
    assert tuple(sorted(told["cli_clerk"][0])) == said
    assert told["cli_clerk"][1] == dict(zip(said, (None, False, True, False, None), strict=True))


@pytest.mark.usefixtures("clean")
def test_a_role_is_renamed(project: Folder, new_database: NewDatabase) -> None:
    """With everything it has; a second database finds it renamed, and a third that came late gives it what it has."""
    one, other, late = new_database(), new_database(), new_database()
    project("build", "--seal", "--name", "first")
    for url in (one, other):
        project("migrate", "--url", url, "--yes")
    renamed = SCHEMA.replace("cli_staff:\n", "cli_people:\n    was: cli_staff\n").replace("cli_staff", "cli_people")
    project.write("schema/app.yaml", renamed.replace("was: cli_people", "was: cli_staff"))
    project("build", "--seal", "--name", "second")
    for url in (one, other):
        project("migrate", "--url", url, "--yes")
        assert "cli_staff" not in ask(url, _ROLES)
    project("migrate", "--url", late, "--yes")
    assert {"cli_staff", "cli_people"} <= {*ask(late, _ROLES)}
    for url in (one, other, late):
        assert ask(url, "select relowner::regrole::text from pg_class where oid = 'app.t'::regclass") == ["cli_people"]
        assert project("drift", "--url", url, "--json").json["differences"] == []
    assert ask(late, "select count(*) from pg_shdepend where refobjid = 'cli_staff'::regrole") == [0]


@pytest.mark.usefixtures("clean")
def test_who_may_not_make_roles_is_told_what_to_do(project: Folder, new_database: NewDatabase) -> None:
    """The migration fails with the cure, and runs once the roles are as it wants them."""
    live = new_database()
    project.write("schema/app.yaml", "roles: {cli_one: {login: true, member_of: cli_two}, cli_two: {doc: Two.}}\n")
    project("build", "--seal")
    ask(live, "create role cli_deployer login; do $$ begin execute 'grant create on database ' "
        "|| quote_ident(current_database()) || ' to cli_deployer'; end $$")  # fmt: skip
    url = make_conninfo(live, user="cli_deployer")
    (item,) = project("migrate", "--url", url, "--yes", "--json", code=3).json["diagnostics"]
    assert item["code"] == "migration-failed"
    assert "permission denied to create role" in item["message"]
    assert "CREATEROLE" in item["help"]
    ask(live, "create role cli_one login; create role cli_two; grant cli_two to cli_one")
    assert "CREATEROLE" in project("migrate", "--url", url, "--yes", "--json", code=3).json["diagnostics"][0]["help"]
    ask(live, "comment on role cli_two is 'Two.'")
    project("migrate", "--url", url, "--yes")


OBJECTS = """
create role cli_reader; create role cli_group; create role cli_top nologin; create role cli_boss superuser;
create role cli_stranger login; comment on role cli_top is 'All.'; alter role cli_reader set work_mem = '8MB';
create role cli_owner login connection limit 3 valid until '2031-01-01 00:00+00'; grant cli_group to cli_reader;
grant cli_top to cli_group with admin option; grant pg_read_all_data to cli_owner; create role cli_sees bypassrls;
do $$ begin execute format('alter role cli_reader in database %I set search_path = "odd one", public',
  current_database()); end $$;
create schema app; create table app.t (id int primary key); alter table app.t owner to cli_owner;
grant select on app.t to cli_reader; grant select on app.t to cli_boss; create policy p on app.t to cli_sees;
alter default privileges for role cli_owner in schema app grant select on tables to cli_reader;
"""
PULLED = """\
roles:
  cli_boss: {}
  cli_group: {member_of: {cli_top: {admin: true}}}
  cli_owner:
    login: true
    connection_limit: 3
    valid_until: '2031-01-01'
    member_of: [pg_read_all_data]
  cli_reader:
    member_of: [cli_group]
    settings: {work_mem: 8MB}
    database_settings: {search_path: '"odd one", public'}
  cli_sees: {bypassrls: true}
  cli_top: {doc: All.}
"""


@pytest.mark.usefixtures("clean")
def test_roles_are_pulled_where_they_are_asked_for(empty: Folder, new_database: NewDatabase) -> None:
    """Those that the database names and what they are members of; a second pull changes nothing, a build makes them."""
    live, fresh = new_database(), new_database()
    ask(live, OBJECTS)
    shared = empty.root / "schema/_shared.yaml"
    empty("pull", "--url", live)
    assert not shared.exists()

    ran = empty("pull", "--url", live, "--roles", "--json")
    assert [item["object"] for item in ran.json["unsaid"]] == ["role cli_boss"]
    assert shared.read_text().partition("\n")[2] == PULLED
    assert empty("pull", "--url", live, "--roles", "--json").json["files"] == []
    assert empty("pull", "--url", live, "--json").json["files"] == []

    ask(live, "alter role cli_owner connection limit 4; grant cli_stranger to cli_reader")
    ask(live, "revoke cli_group from cli_reader")
    written = PULLED.replace("connection_limit: 3", "connection_limit: 3 # for now\n    createdb: false")
    shared.write_text(shared.read_text().replace(PULLED, written))
    assert empty("pull", "--url", live, "--json").json["files"] == []
    assert empty("pull", "--url", live, "--roles", "--json").json["files"] == ["schema/_shared.yaml"]
    assert "# for now" in shared.read_text()
    assert empty("pull", "--url", live, "--roles", "--json").json["files"] == []
    assert "createdb: false" in shared.read_text()

    empty("build", "--seal")
    empty("migrate", "--url", fresh, "--yes")
    assert empty("drift", "--url", fresh, "--json").json["differences"] == []
