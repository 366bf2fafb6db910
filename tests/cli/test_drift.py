"""`fluxc drift` from outside: what somebody changed in a database behind the back of the migrations."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, LiteralString

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from tests.cli.program import Folder

from fluxc.commands import expected
from fluxc.inspect import reading
from fluxc.inspect.written import from_text
from fluxc.server import engine
from fluxc.server.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import NewDatabase

    from fluxc.server.scratch import Scratch

SCHEMA = """tables:
  users:
    doc: People who sign in.
    columns:
      id: bigint primary key identity
      name: varchar(64) = 'nobody'
      mood: mood
      email: {type: text, unique: true}
      born: date?
    checks:
      name_given: name in ('nobody', 'somebody')
    indexes:
      users_born_idx: [born]
enums:
  mood: [calm, wild]
""".replace("      state: -> enum\n", "      mood: mood\n")

Change = tuple[str, str, str, Any, Any]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Return a project with one sealed migration."""
    folder = Folder(tmp_path_factory.mktemp("drift"))
    folder.write("fluxc.toml", "target = 14\n")
    folder.write("schema/app.yaml", SCHEMA)
    folder("build", "--name", "first", "--seal", "--project", str(folder.root))
    return folder


@pytest.fixture(scope="module")
def migrated(project: Folder, server: Scratch) -> Iterator[str]:
    """Return the name of a database to which the migration was applied."""
    project("migrate", "--url", server.create("migrated"), "--project", str(project.root))
    yield "migrated"
    server.drop("migrated")


@pytest.fixture
def fluxc(project: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Return the project, which is the working directory of the test."""
    monkeypatch.chdir(project.root)
    for name in ("DATABASE_URL", "NO_COLOR", "CI", "PGPASSWORD"):
        monkeypatch.delenv(name, raising=False)
    return project


@pytest.fixture
def live(migrated: str, new_database: NewDatabase) -> str:
    """Return the URL of a database of its own to which the migration was applied."""
    return new_database(migrated)


@pytest.fixture
def unrecorded(live: str) -> str:
    """Return the URL of such a database where fluxc did not record what the migration made."""
    alter(live, "drop table fluxc.catalogue")
    return live


def alter(database: str, statements: str) -> None:
    """Change a database without a migration."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(statements.encode())


CHANGES: dict[str, Change] = {
    "a table dropped": ("drop table app.users", "app.users", "table", True, False),
    "a table added": ("create table app.spare (id int)", "app.spare", "table", False, True),
    "a table changed": (
        "alter table app.users set (fillfactor = 70)",
        "app.users",
        "table",
        {"storage parameters": None},
        {"storage parameters": "fillfactor=70"},
    ),
    "a column dropped": ("alter table app.users drop mood", "app.users.mood", "column", True, False),
    "a column added": ("alter table app.users add extra int", "app.users.extra", "column", False, True),
    "a type changed": (
        "alter table app.users alter born type timestamptz",
        "app.users.born",
        "column",
        {"type": "date"},
        {"type": "timestamp with time zone"},
    ),
    "a default changed": (
        "alter table app.users alter name set default 'somebody'",
        "app.users.name",
        "column",
        {"default": "'nobody'::character varying"},
        {"default": "'somebody'::character varying"},
    ),
    "an index dropped": ("drop index app.users_born_idx", "app.users_born_idx", "index", True, False),
    "an index added": ("create index spare on app.users (name)", "app.spare", "index", False, True),
    "a constraint dropped": (
        "alter table app.users drop constraint name_given",
        "app.users.name_given",
        "constraint",
        True,
        False,
    ),
    "a constraint added": (
        "alter table app.users add constraint positive check (id > 0)",
        "app.users.positive",
        "constraint",
        False,
        True,
    ),
    "an enum grown": (
        "alter type app.mood add value 'odd'",
        "app.mood",
        "enum",
        {"values": "'calm', 'wild'"},
        {"values": "'calm', 'wild', 'odd'"},
    ),
    "a sequence added": ("create sequence app.numbers", "app.numbers", "sequence", False, True),
    "a namespace added": ("create schema elsewhere", "elsewhere", "namespace", False, True),
    "a default privilege added": (
        "alter default privileges in schema app grant select on tables to public",
        "app.tables",
        "default privileges",
        False,
        True,
    ),
    "a comment changed": (
        "comment on table app.users is null",
        "app.users",
        "table",
        {"comment": "People who sign in."},
        {"comment": None},
    ),
}


@pytest.mark.parametrize("record", [True, False], ids=["recorded", "unrecorded"])
@pytest.mark.parametrize("change", CHANGES.values(), ids=[*CHANGES])
def test_a_change_out_of_band_is_found(fluxc: Folder, live: str, change: Change, record: bool) -> None:
    """The object, its kind, and both sides are told, and nothing beside them, with the record of the run or without."""
    statements, name, kind, expected, found = change
    if not record:
        alter(live, "drop table fluxc.catalogue")
    alter(live, statements)
    ran = fluxc("drift", "--url", live, "--json", code=1)
    assert ran.json["ok"] is False
    assert ran.json["differences"] == [{"object": name, "kind": kind, "expected": expected, "found": found}]


@pytest.mark.parametrize("record", ["live", "unrecorded"])
def test_a_database_without_drift(fluxc: Folder, record: str, request: pytest.FixtureRequest) -> None:
    """The same as the migrations make, the ledger left out, is no difference; the exit code is 0."""
    live: str = request.getfixturevalue(record)
    ran = fluxc("drift", "--url", live, "--json")
    assert (ran.json["ok"], ran.json["differences"], ran.codes) == (True, [], [])
    assert fluxc("drift", "--url", live).out == "✓ No drift: the database is as the migrations make it\n"
    assert fluxc("drift", "--url", live, "--quiet").out == ""


def test_differences_in_words(fluxc: Folder, live: str) -> None:
    """One line each, with a sign for what is missing, not declared, and otherwise; control characters are shown."""
    alter(live, 'alter table app.users drop born, alter name drop not null; create table app."a\x1b[2J" ()')
    assert fluxc("drift", "--url", live, code=1).out.splitlines() == [
        "- column app.users.born is missing",
        "~ column app.users.name: nullability is nullable, expected not null",
        "- index app.users_born_idx is missing",
        '+ table app."a\\x1b[2J" is not expected',
        "✗ 4 differences",
    ]


def test_nothing_is_written(fluxc: Folder, live: str) -> None:
    """Neither the project nor the database is changed, and a database that can only be read is enough."""
    before = fluxc.tree()
    alter(
        live,
        "do $$ begin execute format('alter database %I set default_transaction_read_only = on',"
        " current_database()); end $$; alter table app.users alter name set default 'x'",
    )
    assert len(fluxc("drift", "--url", live, "--json", code=1).json["differences"]) == 1
    assert fluxc.tree() == before


def test_missing_migrations_are_told(fluxc: Folder, database: str) -> None:
    """A database that was not migrated is said to be so, beside what it lacks."""
    ran = fluxc("drift", "--url", database, "--json", code=1)
    assert ran.codes == ["migrate-first"]
    assert ran.json["diagnostics"][0]["severity"] == "warning"
    assert {"object": "app.users", "kind": "table", "expected": True, "found": False} in ran.json["differences"]


def test_another_wording_is_no_drift(fluxc: Folder, live: str) -> None:
    """A constraint that came back from a dump, with its casts elsewhere, is what it was."""
    with psycopg.connect(live, autocommit=True) as connection:
        query = "select pg_get_constraintdef(oid) from pg_constraint where conname = 'name_given'"
        ((before,),) = connection.execute(query).fetchall()
        alter(live, f"alter table app.users drop constraint name_given, add constraint name_given {before}")
        assert connection.execute(query).fetchall() != [(before,)]
    fluxc("drift", "--url", live)


def test_an_extension_that_the_scratch_server_lacks(fluxc: Folder, database: str, tmp_path: Path) -> None:
    """It is said that nothing was compared, and why, with exit code 3."""
    lacking = Folder(tmp_path)
    lacking.write("fluxc.toml", "target = 14\n")
    lacking.write("schema/app.yaml", f"extensions: [no_such_thing]\n{SCHEMA}")
    project = ("--project", str(tmp_path))
    fluxc("build", *project)
    ran = fluxc("drift", "--url", database, *project, "--json", code=3)
    assert ran.codes == ["not-compared"]
    (item,) = ran.json["diagnostics"]
    assert "no_such_thing" in item["message"]
    assert "FLUXC_PG_HOME" in item["help"]


def test_who_may_only_connect_sees_the_same(fluxc: Folder, live: str) -> None:
    """A role without any right on schema, table or ledger can tell whether there is drift."""
    alter(live, "create role watcher login; alter table app.users alter born set default now()")
    try:
        ran = fluxc("drift", "--url", make_conninfo(live, user="watcher"), "--json", code=1)
    finally:
        alter(live, "drop role watcher")
    assert [item["object"] for item in ran.json["differences"]] == ["app.users.born"]


def test_a_lost_connection_is_said(fluxc: Folder, live: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that goes away while its catalogue is read gives exit code 3 and no differences."""
    original = reading.KINDS[0]
    cut: LiteralString = "select pg_terminate_backend(pg_backend_pid())"  # behind the scope that all have
    monkeypatch.setattr(reading, "KINDS", [replace(original, query=cut)])
    ran = fluxc("drift", "--url", live, "--json", code=3)
    assert ran.codes == ["catalogue-unreadable"]
    assert "differences" not in ran.json


def test_an_edited_migration_is_refused(fluxc: Folder, unrecorded: str, tmp_path: Path) -> None:
    """A sealed file that says something else than it was sealed with is no state to compare with."""
    edited = Folder(shutil.copytree(fluxc.root, tmp_path / "edited"))
    file = edited.root / "out/migrations/0001_first.sql"
    file.write_text(file.read_text().replace("(64)", "(65)"))
    assert fluxc("drift", "--url", unrecorded, "--project", str(edited.root), "--json", code=1).codes == [
        "sealed-edited"
    ]


def test_the_state_is_built_once(fluxc: Folder, unrecorded: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run for the same migrations starts no server, and what is damaged or too much is thrown away."""
    fluxc("drift", "--url", unrecorded)
    kept = fluxc.root / ".fluxc/expected"
    (file,) = [path for path in kept.iterdir() if path.suffix == ".json"]
    for number in range(9):
        (kept / f"{number}.json").write_text("[]")
    with monkeypatch.context() as patch:
        patch.setattr(expected, "scratch_server", None)
        fluxc("drift", "--url", unrecorded)
    file.write_text('[["table"')
    fluxc("drift", "--url", unrecorded)
    assert len([*kept.iterdir()]) == 4
    assert from_text(file.read_text()).objects


def test_roles_that_the_migrations_name_are_there(fluxc: Folder, live: str, tmp_path: Path) -> None:
    """Roles of the live server are known to the scratch one where a migration speaks of them."""
    naming = Folder(tmp_path)
    naming.write("fluxc.toml", "target = 14\n")
    check = """name <> '"od""d role"=r/"od""d role"'::aclitem::text"""
    naming.write("schema/app.yaml", SCHEMA.replace("name in ('nobody', 'somebody')", check))
    project = ("--project", str(tmp_path))
    fluxc("build", *project)
    assert fluxc("drift", "--url", live, *project, "--json", code=3).codes == ["not-compared"]
    alter(live, 'create role "od""d role"')
    try:
        ran = fluxc("drift", "--url", live, *project, "--json", code=1)
    finally:
        alter(live, 'drop role "od""d role"')
    assert [item["object"] for item in ran.json["differences"]] == ["app.users.name_given"]


OLDER = Path("/usr/lib/postgresql/15")


@pytest.mark.skipif(not (OLDER / "bin/initdb").exists(), reason="no second major version of PostgreSQL is installed")
def test_another_major_version_is_no_drift(
    fluxc: Folder, unrecorded: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the scratch server is of another version than the database, only what differs is told."""
    apart = Folder(shutil.copytree(fluxc.root, tmp_path / "apart"))
    project = ("--project", str(apart.root))
    monkeypatch.setenv("FLUXC_PG_HOME", str(OLDER))
    fluxc("drift", "--url", unrecorded, *project)
    alter(unrecorded, "alter table app.users add constraint later check (id > 0)")
    ran = fluxc("drift", "--url", unrecorded, *project, "--json", code=1)
    assert [item["object"] for item in ran.json["differences"]] == ["app.users.later"]


def test_an_engine_of_the_same_version_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the engines at hand the one of the database's version makes the state, else the first."""
    monkeypatch.delenv("FLUXC_PG_HOME", raising=False)
    engines = {Path("a"): Engine(Path("a"), "18.1"), Path("b"): Engine(Path("b"), "15.2")}
    monkeypatch.setattr(engine, "_candidates", lambda: iter(engines))
    monkeypatch.setattr(engine, "inspected", engines.get)
    assert [engine.locate(major).major for major in (None, 15, 18, 16)] == [18, 15, 18, 18]


def test_a_record_does_without_a_scratch_server(fluxc: Folder, live: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no server can be started, what was recorded is compared with, expressions as text, and that is said."""
    monkeypatch.setenv("FLUXC_PG_HOME", str(fluxc.root))
    assert fluxc("drift", "--url", live, "--json").codes == []
    alter(live, "alter table app.users alter name set default 'x', drop born")
    assert fluxc("drift", "--url", live, "--json", code=1).codes == ["not-compared"]
