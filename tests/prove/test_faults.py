"""Runs that are ended at any place, or have others in their way, come to the end of one that nobody disturbs."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from tests.history.project import Down, Project

from fluxc.diagnostics import Span
from fluxc.prove.faults.bench import Bench
from fluxc.prove.faults.child import PATIENCE, Child
from fluxc.prove.faults.course import Course
from fluxc.prove.faults.encounter import Encounter
from fluxc.prove.faults.fault import Fault, again, suffered
from fluxc.prove.faults.hold import Hold
from fluxc.prove.faults.job import End
from fluxc.prove.faults.place import HOLD, middle, sampled
from fluxc.prove.faults.resumed import Faults, Taken
from fluxc.prove.faults.roles import rename_roles, role_names
from fluxc.run.lock import LOCK_CLASS, STEP
from fluxc.server.scratch import scratch_server

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from fluxc.prove.faults.resumed import Resumed
    from fluxc.server.scratch import Scratch


@pytest.fixture(scope="module")
def own() -> Generator[Scratch]:
    """Give a server of our own, which is restarted."""
    with scratch_server() as server:
        yield server


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give a project with a migration that makes two tables and a sequence."""
    project = Project(tmp_path)
    project.add(
        "first", "create table public.a (id int);\ncreate table public.b (id int);\ncreate sequence public.calls;"
    )
    return project


def resumed(server: Scratch, project: Project, most: int, most_back: int = 2) -> Resumed:
    """End runs of the last migration at so many of its places."""
    with Faults(server, project.history(), most, most_back) as faults:
        return faults.resumed(project.last())


def said(found: Resumed) -> list[str]:
    return [f"{item.code}: {item.message}" for item in found.findings]


def test_a_run_is_carried_on_from_every_place(own: Scratch, project: Project) -> None:
    """Whatever ends it, wherever, and whatever it meets: the catalogue and the ledger are those of any other run."""
    down = Down({2: "drop index public.b_m;", 1: "alter table b drop m;\nalter table a drop m;"})
    steps = "alter table a add m int;\nalter table b add m int;", "create index b_m on b (m);"
    project.add("second", *steps, down=down)
    found = resumed(own, project, 100)

    assert said(found) == []
    # before and behind the steps; around and between the statements; in the commits
    assert (found.there, found.back) == (Taken(10, 10), Taken(2, 10))
    assert found.faults == tuple(Fault)
    assert found.encounters == tuple(Encounter)


BUILD = """-- done when: select indisvalid from pg_index where indexrelid = to_regclass('public.a_id')
-- cleanup: drop index concurrently public.a_id
create index concurrently a_id on public.a (id);"""
DROP = """-- done when: select to_regclass('public.a_id') is null
drop index concurrently public.a_id;"""


def test_a_run_is_carried_on_from_within_a_concurrent_build(own: Scratch, project: Project) -> None:
    """Also where the server has made an index that is not valid yet, or has half taken it back."""
    project.add("second", BUILD, down=Down({1: DROP}))
    found = resumed(own, project, 4, 3)

    assert said(found) == []
    # before, before the statement, within it, behind the step
    assert (found.there, found.back) == (Taken(4, 4), Taken(3, 4))
    assert found.encounters == tuple(Encounter)


def test_a_build_that_nobody_cleans_up_behind_is_found_out(own: Scratch, project: Project) -> None:
    """What is left of it is in the way of the next run."""
    project.add("second", re.sub("-- cleanup.*\n", "", BUILD), down=Down({1: DROP}))
    found = resumed(own, project, 3)

    assert "while line 11 waits for others: the next run fails: migration-failed" in said(found)[0]
    assert 'relation "a_id" already exists' in said(found)[0]


def test_the_places_of_many_are_spread(project: Project) -> None:
    """The first and the last are among them, and the settings at the head of a step are none."""
    project.add("second", "select 1;\nselect 2;", "select 3;")
    found = Course.there(project.last()).places()

    words = ["before step 1", "before line 15", "before line 16", "before line 18", "in the commit of step 1"]
    assert [place.words.removeprefix("in step 1, ") for place in found[:5]] == words
    assert found[-1].words == "behind the last step"
    assert sampled(found, 100) == found
    assert sampled(found, 4) == (found[0], found[3], found[6], found[9])
    assert middle(found) == found[2]


def test_what_a_rollback_does_not_undo_is_found_out(own: Scratch, project: Project) -> None:
    """A step that works once cannot be carried on; it is said what was done, and where."""
    project.add("second", "select 1 / (2 - nextval('public.calls'));")
    found = resumed(own, project, 3)

    fails = "the next run fails: migration-failed: out/migrations/0002_second.sql:15: step 1 of 0002_second failed: div"
    lines = [line.partition("ision")[0] for line in said(found)]
    assert f"not-resumable: 0002_second, cut off in step 1, before line 17: {fails}" in lines
    assert found.findings[0].span == Span("out/migrations/0002_second.sql", 17)


def test_another_end_is_found_out(own: Scratch, project: Project) -> None:
    """What the second attempt makes otherwise is named."""
    odd = "if nextval('public.calls') > 1 then create table public.odd (); end if;"
    statement = f"do $$ begin {odd} end $$;"
    project.add("second", statement)
    assert wrong(own, project, 2, Fault.CUT) == ["table public.odd is not expected"]


def test_a_way_back_that_is_not_the_same_twice_is_found_out(own: Scratch, project: Project) -> None:
    """Also a run of `rollback` must be carried on."""
    project.add(
        "second",
        "create table c ();",
        down=Down({1: "select nextval('calls') / 1, 1 / (2 - lastval());\ndrop table c;"}),
    )
    (what,) = wrong(own, project, 2, Fault.CUT, back=True)
    assert what.startswith("the next run fails: migration-failed: ")


def test_roles_are_called_again_as_they_were(own: Scratch) -> None:
    """They are the server's, so that a copy of a database does not bring them back; two change their names here."""
    connection = psycopg.connect(own.url(), autocommit=True)
    with connection:
        connection.execute("create role one; create role other")
        was = role_names(connection)
        connection.execute("alter role one rename to third; alter role other rename to one; create role more")
        rename_roles(connection, was)
        assert {**role_names(connection), **was} == role_names(connection)
        connection.execute("drop role one; drop role other; drop role more")


def test_a_ledger_that_is_not_read_is_found_out(
    own: Scratch, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A runner that does not know what is done does it again."""
    project.add("second", "create table c ();")
    monkeypatch.setattr(Bench, "failure", unknowing(Bench.failure))
    (what,) = wrong(own, project, 0, Fault.KILL)

    assert what.startswith("the next run fails: migration-failed: ")
    assert what.endswith('relation "a" already exists (SQLSTATE 42P07)')


def nothing(_: object) -> tuple[()]:
    return ()


def unknowing(failure: Callable[..., str | None]) -> Callable[..., str | None]:
    """Have a run find an empty ledger."""

    def run(*arguments: Any) -> str | None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("fluxc.run.ledger.read", nothing)
            return failure(*arguments)

    return run


@pytest.mark.parametrize("keeps_out", [True, False])
def test_a_run_that_does_not_wait_is_found_out(own: Scratch, project: Project, *, keeps_out: bool) -> None:
    """While the server is at work on the step of a run that was killed nobody may begin another."""
    project.add("second", "create table c ();")
    bench, course = Bench(own, project.history()), Course.there(project.last())
    bench.turn_to(project.last())
    with (
        ThreadPoolExecutor(1) as pool,
        bench.copy(course) as url,
        psycopg.connect(url, autocommit=True) as dead,
        Hold(url) as hold,
    ):
        if keeps_out:
            dead.execute("select pg_advisory_lock(%s, %s)", (LOCK_CLASS, STEP))
        step = f"select pg_advisory_xact_lock_shared({LOCK_CLASS}, {HOLD}); select pg_advisory_unlock_all()"
        pool.submit(dead.execute, step.encode())
        await_true(lambda: hold.holds)
        found = list(again(bench, hold, url, course))

    said = "the next run does not wait for the step that the server is still at work on"
    assert found == ([] if keeps_out else [said])


def wrong(server: Scratch, project: Project, place: int, fault: Fault, *, back: bool = False) -> list[str]:
    """Return what is wrong when a run of the last migration is ended at one of its places, or of its way back."""
    bench = Bench(server, project.history())
    migration = project.last()
    bench.turn_to(migration)
    course = Course.and_back(migration) if back else Course.there(migration)
    with Child() as child:
        return list(suffered(bench, child, course, course.places()[place], fault))


@pytest.mark.parametrize("victim", ["run", "traffic"])
def test_a_deadlock_loses_nothing_that_was_committed(own: Scratch, project: Project, victim: str) -> None:
    """Of a run and a writer who wait for each other one is rolled back, and does it again."""
    project.add("second", "alter table a add m int;\nalter table b add m int;")
    migration = project.last()
    bench = Bench(own, project.history())
    bench.turn_to(migration)
    course = Course.there(migration)
    between = course.places()[2]
    soon, late = "10ms", "60s"
    with bench.copy(course) as url, Hold(url) as hold, psycopg.connect(url) as writer, Child() as child:
        writer.execute("insert into b values (1)")
        writer.commit()
        set_timeout(writer, late if victim == "run" else soon)
        writer.execute("insert into b values (2)")
        run_url = make_conninfo(url, options=f"-c deadlock_timeout={soon if victim == 'run' else late}")
        child.start(bench.job(url, course, between)._replace(url=run_url))
        assert hold.await_arrival(child)
        if victim == "run":
            with ThreadPoolExecutor(1) as pool:
                writing = pool.submit(writer.execute, "insert into a values (3)")
                await_waiting(url, "a")
                hold.release()
                writing.result()
                writer.commit()
        else:
            hold.release()
            await_waiting(url, "b")
            with pytest.raises(psycopg.errors.DeadlockDetected):
                writer.execute("insert into a values (3)")
            writer.rollback()
            writer.execute("insert into b values (2); insert into a values (3)")
            writer.commit()

        assert child.end() == End()
        assert list(bench.differences(url, course)) == []
        rows = "select 'a' || id from a union all select 'b' || id from b order by 1"
        assert [row for (row,) in writer.execute(rows)] == ["a3", "b1", "b2"]


def set_timeout(session: psycopg.Connection, deadlock_timeout: str) -> None:
    session.execute("select set_config('deadlock_timeout', %s, false)", [deadlock_timeout])


def await_waiting(url: str, table: str) -> None:
    """Return when somebody waits for a table."""
    query = "select from pg_locks where not granted and relation = %s::regclass"
    with psycopg.connect(url, autocommit=True) as connection:
        await_true(lambda: connection.execute(query, [table]).fetchone() is not None)


def await_true(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)
