"""Steps that run outside a transaction: interrupted anywhere, they are gone on with, and leave nothing half made."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psycopg
import pytest
from tests.history.project import Down

from fluxc.diagnostics import InputError, OutsideError
from fluxc.run.apply import migrate
from fluxc.run.event import Blocked, Retrying
from fluxc.run.rollback import rollback

if TYPE_CHECKING:
    from tests.history.project import Project
    from tests.run.conftest import Ask

    from fluxc.run.event import Event

_VALID = "select indisvalid from pg_index where indexrelid = to_regclass('public.people_name')"
BUILD = f"""-- done when: {_VALID}
-- cleanup: drop index concurrently public.people_name
set search_path = public;
create unique index concurrently people_name on public.people (name);
reset search_path;"""
DROP = """-- done when: select to_regclass('public.people_name') is null
drop index concurrently public.people_name;"""
LEDGER = "select step, state, finished_at is not null from fluxc.migrations order by ordinal"
INDEX = "select indisvalid, indexrelid from pg_index where indexrelid = to_regclass('public.people_name')"


@pytest.fixture
def built(project: Project, database: str, ask: Ask) -> Project:
    """Return a project whose last migration, which is to be applied, builds an index; there are two rows."""
    project.table("people")
    migrate(database, project.history())
    ask("alter table people add name text; insert into people values (1, 'a'), (2, 'b')")
    project.add("index", BUILD, "create table public.more ();", down=Down({2: "drop table public.more;", 1: DROP}))
    return project


def test_an_index_is_built_and_dropped(built: Project, database: str, ask: Ask) -> None:
    """The ledger says that it is done, and a rollback takes it back."""
    migrate(database, built.history())
    assert ask(LEDGER) == [(1, "done", True), (1, "done", True), (2, "done", True)]
    assert ask(INDEX)[0][0] is True

    rollback(database, built.history())
    assert (ask(LEDGER), ask(INDEX)) == ([(1, "done", True)], [])


def test_what_fails_leaves_nothing_but_a_mark(built: Project, database: str, ask: Ask) -> None:
    """Rows that are in the way are told with the place, and the next run begins again."""
    ask("update people set name = 'a'")
    with pytest.raises(OutsideError) as caught:
        migrate(database, built.history())
    said = caught.value.diagnostic
    assert (said.code, said.span and said.span.line) == ("migration-failed", 13)
    assert "could not create unique index" in said.message
    assert (ask(INDEX), ask(LEDGER)[1:]) == ([], [(1, "started", False)])

    ask("update people set name = id")
    migrate(database, built.history())
    assert (ask(INDEX)[0][0], ask(LEDGER)[1:]) == (True, [(1, "done", True), (2, "done", True)])


def test_what_a_killed_run_left_is_built_again(built: Project, database: str, ask: Ask) -> None:
    """An index that is not valid goes first."""
    ask("update people set name = 'a'")
    with psycopg.connect(database, autocommit=True) as connection, pytest.raises(psycopg.errors.UniqueViolation):
        connection.execute("create unique index concurrently people_name on people (name)")
    ask("update people set name = id")
    [(valid, left)] = ask(INDEX)

    migrate(database, built.history())
    assert valid is False
    assert ask(INDEX)[0][0] is True
    assert ask(INDEX)[0][1] != left


def started(database: str, built: Project, ask: Ask) -> None:
    """Have the ledger say that the build was started, by a run that fails."""
    ask("update people set name = 'a'")
    with pytest.raises(OutsideError):
        migrate(database, built.history())
    ask("update people set name = id")


def test_what_is_built_already_is_only_written_down(built: Project, database: str, ask: Ask) -> None:
    """A run that was killed between the build and the mark is gone on with behind it."""
    started(database, built, ask)
    ask("create unique index people_name on people (name)")
    [(_, there)] = ask(INDEX)

    migrate(database, built.history())
    assert ask(INDEX) == [(True, there)]
    assert ask(LEDGER)[1:] == [(1, "done", True), (2, "done", True)]


def test_an_index_that_somebody_else_made_is_left_alone(built: Project, database: str, ask: Ask) -> None:
    """Where no run has begun, one of that name is in the way, and no rollback takes it for what a run has made."""
    ask("create index people_name on people (id)")
    there = ask(INDEX)
    with pytest.raises(OutsideError, match="already exists"):
        migrate(database, built.history())
    assert (ask(INDEX), ask(LEDGER)) == (there, [(1, "done", True)])


@pytest.mark.parametrize("gone", [False, True])
def test_a_rollback_that_was_killed_is_gone_on_with(built: Project, database: str, ask: Ask, *, gone: bool) -> None:
    """Whether the index is gone is looked at again, be it on the way back or there."""
    migrate(database, built.history())
    rollback_begun(ask, gone=gone)
    rollback(database, built.history())
    assert (ask(INDEX), ask(LEDGER)) == ([], [(1, "done", True)])

    migrate(database, built.history())
    rollback_begun(ask, gone=gone)
    migrate(database, built.history())
    assert (ask(INDEX)[0][0], ask(LEDGER)[-1]) == (True, (2, "done", True))
    assert all(state == "done" for _, state, _ in ask(LEDGER))


def rollback_begun(ask: Ask, *, gone: bool) -> None:
    """Leave a database as a rollback does that is killed while it drops the index."""
    ask("drop table more; delete from fluxc.migrations where step = 2")
    ask("update fluxc.migrations set state = 'undoing' where name like '%index'")
    if gone:
        ask("drop index people_name")


def test_for_whom_it_waits_is_told(built: Project, database: str, ask: Ask) -> None:
    """A build waits for transactions that were there before it, and holds nobody up meanwhile."""
    heard: list[Event] = []
    with psycopg.connect(database, application_name="a long report") as other, ThreadPoolExecutor(1) as pool:
        other.execute("set transaction isolation level repeatable read")
        other.execute("select count(*) from people")

        def hear(event: Event) -> None:
            if isinstance(event, Blocked) and not heard:
                heard.append(event)
                ask("insert into people values (3, 'c')")
                other.rollback()

        pool.submit(migrate, database, built.history(), on_event=hear).result(timeout=60)

    assert [event.blockers[0].split(",")[0].partition(" (")[2] for event in heard if isinstance(event, Blocked)] == [
        "a long report"
    ]
    assert ask(INDEX)[0][0] is True


CHECK = """-- done when: select convalidated from pg_constraint where conname = 'positive'
-- cleanup: set lock_timeout = '200ms'; alter table public.people drop constraint positive; reset lock_timeout
alter table public.people add constraint positive check (id > 0) not valid;
alter table public.people validate constraint positive;"""


def test_a_cleanup_keeps_nobody_waiting_for_long(built: Project, database: str, ask: Ask) -> None:
    """One that takes a strong lock waits for it so long at most, and is tried again."""
    built.remove(built.names[-1])
    built.parent = built.history().migrations[-1].id
    built.add("check", CHECK)
    ask("alter table people add constraint positive check (id > 0) not valid")
    heard: list[Event] = []
    with psycopg.connect(database) as other, ThreadPoolExecutor(1) as pool:
        other.execute("select count(*) from people")

        def hear(event: Event) -> None:
            if isinstance(event, Retrying):
                heard.append(event)
                other.rollback()

        pool.submit(migrate, database, built.history(), on_event=hear).result(timeout=60)

    assert len(heard) == 1
    assert ask("select convalidated from pg_constraint where conname = 'positive'") == [True]


def test_a_transaction_inside_is_refused(built: Project, database: str) -> None:
    """A step without a transaction has none in it either: of what is committed inside it the ledger would not know."""
    name = built.names[-1]
    built.edit(f"{name}.sql", "reset search_path;", "begin;\ncommit;")
    with pytest.raises(InputError) as caught:
        migrate(database, built.history())

    assert [item.code for item in caught.value.diagnostics] == ["sealed-edited", *["split-transaction"] * 2]


@pytest.mark.parametrize("line", ["-- done when: ", "-- cleanup: "])
def test_how_it_is_mended_is_sealed(built: Project, database: str, line: str) -> None:
    """What tells whether a step is done, and what cleans up, count as statements."""
    built.edit(f"{built.names[-1]}.sql", line, f"{line}select 1; ")
    with pytest.raises(InputError) as caught:
        migrate(database, built.history())

    assert [item.code for item in caught.value.diagnostics] == ["sealed-edited"]


def test_one_that_does_not_say_when_it_is_done_is_refused(built: Project) -> None:
    """Nobody could go on with it."""
    built.edit(f"{built.names[-1]}.sql", "-- done when: ", "-- done sometime: ")

    assert "does not say when it is done" in built.problems()["bad-migration"]


@pytest.mark.parametrize(("version", "fine"), [(140003, False), (140004, True), (150000, True)])
def test_servers_that_would_corrupt_the_index_are_refused(
    built: Project, database: str, monkeypatch: pytest.MonkeyPatch, version: int, *, fine: bool
) -> None:
    """Before anything is touched."""
    monkeypatch.setattr(psycopg.ConnectionInfo, "server_version", property(lambda _: version))
    if fine:
        migrate(database, built.history(), dry_run=True)
        return
    with pytest.raises(OutsideError) as caught:
        migrate(database, built.history(), dry_run=True)

    assert caught.value.diagnostic.code == "corrupting-server"
