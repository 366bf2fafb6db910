"""Applying migrations to a real server."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from fluxc.diagnostics import InputError, OutsideError
from fluxc.run import ledger
from fluxc.run.apply import Migrated, migrate
from fluxc.run.event import Applied, StepDone, StepStarted
from fluxc.run.status import status

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.history.project import Project
    from tests.run.conftest import Ask

    from fluxc.run.event import Event


def names(result: Migrated) -> list[str]:
    """Return the names of the migrations that a run applied."""
    return [done.name for done in result.applied]


def codes(error: InputError) -> list[str]:
    """Return the codes that an input error carries."""
    return [finding.code for finding in error.diagnostics]


def test_migrations_are_applied_and_recorded(project: Project, database: str, ask: Ask) -> None:
    """Each step leaves its catalogue and one row; a second run changes nothing and says so."""
    first = project.table("users")
    second = project.add("two", 'create table a ("ä\'\\" int);', "comment on table a is E'x\\ny%s';", sealed=False)
    result = migrate(database, project.history())
    before = ask("select * from fluxc.migrations order by ordinal")

    assert [(done.id, done.name) for done in result.applied] == [(first, "0001_add_users"), (second, "0002_two")]
    assert all(done.seconds > 0 for done in result.applied)
    assert migrate(database, project.history()) == Migrated()
    assert ask("select * from fluxc.migrations order by ordinal") == before
    columns = "id, step, steps, name, parent, sealed, state, down is null, applied_by = user, started_at <= finished_at"
    assert ask(f"select {columns} from fluxc.migrations order by ordinal") == [
        (first, 1, 1, "0001_add_users", None, True, "done", False, True, True),
        (second, 1, 2, "0002_two", first, False, "done", False, True, True),
        (second, 2, 2, "0002_two", first, False, "done", True, True, True),
    ]
    assert ask("select down from fluxc.migrations where step = 1 order by ordinal")[0] == (
        project.file("0001_add_users.down.sql").read_text()
    )
    assert ask("select obj_description('public.a'::regclass)") == ["x\ny%s"]


def test_events_tell_what_happens(project: Project, database: str) -> None:
    """Every step is announced and reported, every migration once it is whole."""
    project.add("one", "select 1;", "select 2;")
    heard: list[Event] = []
    migrate(database, project.history(), on_event=heard.append)

    assert [type(event) for event in heard] == [StepStarted, StepDone, StepStarted, StepDone, Applied]


def test_a_run_with_nothing_to_do_is_one_query(
    project: Project, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes no lock, opens no second connection and lexes no file."""
    project.table("users")
    migrate(database, project.history())
    project.edit("0001_add_users.sql", "create table", "create  table")
    migrate(database, project.history())
    queries: list[object] = []
    execute = psycopg.Cursor.execute

    def counted(self: psycopg.Cursor[Any], query: Any, *rest: Any, **more: Any) -> psycopg.Cursor[Any]:
        queries.append(query)
        return execute(self, query, *rest, **more)

    def forbidden(*_: object) -> None:
        raise AssertionError("lexed")

    monkeypatch.setattr(psycopg.Cursor, "execute", counted)
    monkeypatch.setattr("fluxc.run.apply.verify", forbidden)

    assert migrate(database, project.history()) == Migrated()
    assert len(queries) == 1


def test_a_dry_run_touches_nothing(project: Project, database: str, ask: Ask) -> None:
    """It names what would be applied, without a ledger or a lock."""
    project.table("users")
    project.table("roles")
    result = migrate(database, project.history(), dry_run=True)

    assert (names(result), result.dry_run) == (["0001_add_users", "0002_add_roles"], True)
    assert ask("select nspname from pg_namespace where nspname = 'fluxc'") == []


@pytest.mark.parametrize("word", ["0002_add_b", "add_b", "2", "0002", None])
def test_to_stops_after_the_named_migration(project: Project, database: str, word: str | None) -> None:
    """Name, number or id; the rest follows in a later run."""
    ids = [project.table(name) for name in "abc"]
    result = migrate(database, project.history(), to=word or ids[1])

    assert names(result) == ["0001_add_a", "0002_add_b"]
    assert names(migrate(database, project.history())) == ["0003_add_c"]


def test_an_unknown_target_is_refused(project: Project, database: str) -> None:
    """A word that names no migration gets the nearest one as help."""
    project.table("users")
    with pytest.raises(InputError, match="no migration `0001_add_uesrs`") as caught:
        migrate(database, project.history(), to="0001_add_uesrs")

    assert codes(caught.value) == ["unknown-migration"]
    assert "0001_add_users" in caught.value.diagnostics[0].help


def test_a_migration_merged_late_runs_and_is_called_late(
    project: Project, database: str, tables: Callable[[], list[str]]
) -> None:
    """A migration put below an applied one is applied by the next run."""
    first = project.table("a")
    project.table("c")
    migrate(database, project.history())
    late = project.table("b")
    project.edit("0003_add_b.sql", f"-- parent: {project.history().migrations[1].id}", f"-- parent: {first}")
    project.edit("0002_add_c.sql", f"-- parent: {first}", f"-- parent: {late}")
    result = migrate(database, project.history())

    assert (names(result), result.late) == (["0003_add_b"], (late,))
    assert tables() == ["a", "b", "c"]
    assert status(database, project.history()).up_to_date


def test_psql_leaves_the_same_catalogue(project: Project, server: Any, new_database: Callable[[], str]) -> None:
    """The files are plain SQL: psql and fluxc make the same of them."""
    project.add(
        "one",
        "create schema app;\ncreate type app.mood as enum ('so', 'la''la');\ncreate table app.t (m app.mood);",
        "create function app.f() returns text language sql as $$ select ';commit;' $$;\nalter table app.t add n int;",
    )
    project.add("two", "create index on app.t (n);\ncomment on table app.t is '-- step 1';")
    by_fluxc, by_psql = new_database(), new_database()
    migrate(by_fluxc, project.history())
    psql = shutil.which("psql") or str(server.engine.program("psql"))
    for migration in project.history().migrations:
        file = project.file(f"{migration.name}.sql")
        subprocess.run(
            [psql, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", file, by_psql], check=True, capture_output=True
        )

    assert catalogue(by_fluxc) == catalogue(by_psql)
    assert len(catalogue(by_psql)) > 5


def catalogue(url: str) -> list[Any]:
    """Return what the schema app holds, in words."""
    query = (
        "select 'c', attrelid::regclass::text, attname || format_type(atttypid, atttypmod) from pg_attribute"
        " where attrelid::regclass::text like 'app.%' and attnum > 0 union all"
        " select 'f', proname::text, prosrc from pg_proc where pronamespace = 'app'::regnamespace union all"
        " select 'e', enumlabel::text, enumsortorder::text from pg_enum union all"
        " select 'd', description, '' from pg_description where objoid = 'app.t'::regclass order by 1, 2, 3"
    )
    with psycopg.connect(url) as connection:
        return connection.execute(query.encode()).fetchall()


def test_an_older_server_is_refused(project: Project, database: str, tables: Callable[[], list[str]]) -> None:
    """A migration made for a newer PostgreSQL is not tried."""
    project.table("a")
    project.add("new", "create table b ();", target=99)
    with pytest.raises(OutsideError, match=r"needs 99") as caught:
        migrate(database, project.history())

    assert caught.value.diagnostic.code == "server-too-old"
    assert tables() == []


def test_an_applied_file_may_not_change(project: Project, database: str) -> None:
    """Edited statements are found by their checksum, honest new ones by the ledger's."""
    project.table("a")
    migrate(database, project.history())
    project.edit("0001_add_a.sql", "(id bigint)", "(id text)")
    with pytest.raises(InputError) as caught:
        migrate(database, project.history())
    assert codes(caught.value) == ["sealed-edited"]
    assert [problem.code for problem in status(database, project.history()).problems] == ["sealed-edited"]

    text = project.file("0001_add_a.sql").read_text()
    digest = text.split("-- checksum: ")[1][:64]
    project.edit("0001_add_a.sql", digest, "0" * 64)
    with pytest.raises(InputError) as caught:
        migrate(database, project.history())
    assert codes(caught.value) == ["applied-differs"]
    assert not status(database, project.history()).up_to_date


@pytest.mark.parametrize("suffix", [".sql", ".down.sql"])
def test_an_edited_file_is_not_applied(
    project: Project, database: str, tables: Callable[[], list[str]], suffix: str
) -> None:
    """What is to be applied is verified whole before the first step runs, downs too."""
    project.table("a")
    project.table("b")
    project.edit(f"0002_add_b{suffix}", "table ", "table if exists " if "down" in suffix else "table if not exists ")
    with pytest.raises(InputError) as caught:
        migrate(database, project.history())

    assert codes(caught.value) == ["sealed-edited"]
    assert tables() == []


def test_a_database_ahead_of_the_folder_is_refused(project: Project, database: str) -> None:
    """An applied sealed migration that the checkout lacks stops the run and names it."""
    project.table("a")
    project.table("b")
    migrate(database, project.history())
    project.remove("0002_add_b")
    with pytest.raises(InputError, match="has applied 0002_add_b") as caught:
        migrate(database, project.history())

    assert codes(caught.value) == ["unknown-applied"]


def test_sealing_after_applying_updates_the_ledger(project: Project, database: str, ask: Ask) -> None:
    """The statements do not run again, the row says sealed from then on."""
    project.table("a", sealed=False)
    migrate(database, project.history())
    project.edit("0001_add_a.sql", "-- state: pending", "-- state: sealed")

    assert migrate(database, project.history()) == Migrated()
    assert ask("select sealed, file_sha256 from fluxc.migrations") == [(True, project.last().raw_sha256)]


def test_a_newer_ledger_is_refused(project: Project, database: str, ask: Ask) -> None:
    """A ledger of an unknown form is neither read nor written."""
    project.table("a")
    project.table("b")
    migrate(database, project.history(), to="1")
    ask("comment on table fluxc.migrations is 'fluxc ledger 2'")
    with pytest.raises(OutsideError, match="fluxc ledger 2") as caught:
        migrate(database, project.history())
    assert caught.value.diagnostic.code == "newer-ledger"

    ask("alter table fluxc.migrations rename column step to stage")
    with pytest.raises(OutsideError) as caught:
        status(database, project.history())
    assert caught.value.diagnostic.code == "newer-ledger"


def test_a_ledger_without_its_comment_is_still_one(project: Project, database: str, ask: Ask) -> None:
    """Dumps without comments lose the mark; the columns tell enough."""
    project.table("a")
    project.table("b")
    migrate(database, project.history(), to="1")
    ask("comment on table fluxc.migrations is null")

    assert names(migrate(database, project.history())) == ["0002_add_b"]


def test_status_reads_only(project: Project, database: str, ask: Ask) -> None:
    """It tells applied, missing, pending, half and stale, and creates nothing."""
    one = project.table("a")
    two = project.add("two", "select 1;", "select 2;", sealed=False)
    history = project.history()
    empty = status(database, history)

    assert (empty.applied, empty.missing, empty.pending, empty.up_to_date) == ((), (one, two), two, False)
    assert ask("select nspname from pg_namespace where nspname = 'fluxc'") == []
    migrate(database, history)
    assert status(database, history).up_to_date
    ask("delete from fluxc.migrations where step = 2")
    half = status(database, history)
    assert (half.applied, half.missing, half.half, half.up_to_date) == ((one,), (two,), (two,), False)
    project.remove("0002_two")
    stale = status(database, project.history())
    assert (stale.stale, stale.pending, stale.up_to_date) == ((two,), None, False)


def test_the_ledger_is_made_once_by_many(database: str, ask: Ask) -> None:
    """Creating it is idempotent, also while another transaction is creating it."""
    from concurrent.futures import ThreadPoolExecutor

    def make(_: int) -> None:
        with psycopg.connect(database, autocommit=True) as connection:
            ledger.ensure(connection)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(make, range(6)))

    assert ask("select count(*) from fluxc.migrations") == [0]


def test_a_user_without_rights_is_told_so(project: Project, database: str, ask: Ask) -> None:
    """A ledger that may not be read is no empty ledger."""
    project.table("a")
    migrate(database, project.history())
    ask("create role nobody_special login")
    try:
        url = make_conninfo(database, user="nobody_special")
        with pytest.raises(OutsideError, match="may not read the ledger") as caught:
            status(url, project.history())
        assert caught.value.diagnostic.code == "no-ledger-access"
    finally:
        ask("drop role nobody_special")
