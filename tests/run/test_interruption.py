"""Runs that are killed, interrupted, or at work at the same time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psycopg
import pytest

from fluxc.diagnostics import OutsideError
from fluxc.run.apply import migrate
from fluxc.run.event import Waiting
from fluxc.run.execute import execute
from fluxc.run.lock import LOCK_CLASS, STEP, holding

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.history.project import Project
    from tests.run.conftest import Ask

    from fluxc.run.event import Event

RUNNER = """
import os, signal, sys
from pathlib import Path
from fluxc.history.folder import read_folder
from fluxc.run.apply import migrate
from fluxc.run.rollback import rollback
url, root, verb, last = sys.argv[1:5]
history, problems = read_folder(Path(root) / "out", Path(root))
assert not problems, problems
def hear(event):
    if last and f"{type(event).__name__} {getattr(event, 'step', '')}" == last:
        os.kill(os.getpid(), signal.SIGKILL)
if verb == "migrate":
    migrate(url, history, on_event=hear)
else:
    rollback(url, history, on_event=hear)
"""
BOUND = 30.0


def start(database: str, project: Project, verb: str = "migrate", last: str = "") -> subprocess.Popen[str]:
    """Start a run in a process of its own, which kills itself at the event ``last``."""
    command = [sys.executable, "-c", RUNNER, database, str(project.root), verb, last]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def wait_for(ask: Ask, condition: str) -> None:
    """Return when a query about the server gives a row; fail after a bound."""
    end = time.monotonic() + BOUND
    while not ask(condition):
        assert time.monotonic() < end, condition
        time.sleep(0.02)


IN_A_STEP = "select 1 from pg_stat_activity where wait_event = 'PgSleep' and application_name like 'fluxc%'"


@pytest.mark.parametrize("last", ["StepStarted 1", "StepDone 1", "StepDone 2", "StepStarted 3", "Applied "])
def test_a_run_killed_between_steps_is_carried_on(project: Project, database: str, ask: Ask, last: str) -> None:
    """Kill -9 between steps: what is committed is recorded, and the next run does the rest, once."""
    bodies = [f"create table public.t{number} ();" for number in range(3)]
    project.add("one", *bodies)
    project.table("users")
    killed = start(database, project, last=last)
    assert killed.communicate(timeout=BOUND)[1] == ""
    assert killed.returncode == -signal.SIGKILL
    migrate(database, project.history())

    assert ask("select name, step from fluxc.migrations order by ordinal") == [
        ("0001_one", 1),
        ("0001_one", 2),
        ("0001_one", 3),
        ("0002_add_users", 1),
    ]


def test_a_run_killed_inside_a_step_is_carried_on(project: Project, database: str, ask: Ask) -> None:
    """Kill -9 while the server works: the next run waits until the server gave up, and applies the step once."""
    ask("create sequence calls")
    sleep = "select pg_sleep(case nextval('public.calls') when 1 then 60 else 0 end);"
    project.add("one", "create table a ();", f"create table b ();\n{sleep}\ncreate table c ();")
    killed = start(database, project)
    wait_for(ask, IN_A_STEP)
    killed.kill()
    killed.communicate(timeout=BOUND)
    heard: list[Event] = []
    migrate(database, project.history(), wait=BOUND, on_event=heard.append)

    assert [event for event in heard if isinstance(event, Waiting)]
    assert ask("select step from fluxc.migrations order by ordinal") == [1, 2]
    assert ask("select last_value from calls") == [2]


def test_a_step_of_a_killed_run_keeps_others_out(database: str) -> None:
    """While the server still works for a dead runner, the next one is told so."""
    with psycopg.connect(database, autocommit=True) as steps, psycopg.connect(database, autocommit=True) as other:
        steps.execute("select pg_advisory_lock(%s, %s)", (LOCK_CLASS, STEP))
        with (
            pytest.raises(OutsideError, match=f"pid {steps.info.backend_pid}") as caught,
            holding(database, other, wait=0, on_event=lambda _: None),
        ):
            pass

    assert caught.value.diagnostic.code == "locked"
    assert "earlier run" in caught.value.diagnostic.message


def test_ctrl_c_ends_the_step_on_the_server(
    project: Project, database: str, ask: Ask, tables: Callable[[], list[str]]
) -> None:
    """The interrupt cancels the statement, rolls back, and comes through; a later run works."""
    project.add("one", "create table a ();\nselect pg_sleep(60);")
    running = start(database, project)
    wait_for(ask, IN_A_STEP)
    os.kill(running.pid, signal.SIGINT)
    said = running.communicate(timeout=BOUND)[1]

    assert said.endswith("KeyboardInterrupt\n")
    wait_for(ask, f"select 1 where not exists ({IN_A_STEP})")
    assert tables() == []
    assert ask("select count(*) from fluxc.migrations") == [0]


def test_an_interrupt_cancels_the_statement_itself(database: str, ask: Ask) -> None:
    """Also where the server does not look after its clients, it stops working when the waiting is interrupted."""

    def interrupt() -> None:
        if ask("select 1 from pg_stat_activity where wait_event = 'PgSleep'"):
            raise KeyboardInterrupt

    with psycopg.connect(database, autocommit=True) as connection, pytest.raises(KeyboardInterrupt):
        execute(connection, "begin; select pg_sleep(600); commit;", tick=interrupt)

    assert connection.closed
    wait_for(ask, "select 1 where not exists (select 1 from pg_stat_activity where wait_event = 'PgSleep')")


def test_of_two_runs_at_once_one_works_and_one_waits(project: Project, database: str, ask: Ask) -> None:
    """Both end well, every step ran once, and both leave the database up to date."""
    project.add("one", "create table a ();\nselect pg_sleep(0.3);", "create table b ();")
    project.table("c")
    runs = [start(database, project) for _ in range(3)]

    assert [run.communicate(timeout=BOUND)[1] for run in runs] == ["", "", ""]
    assert ask("select step from fluxc.migrations order by ordinal") == [1, 2, 1]


def test_who_holds_the_lock_is_said(project: Project, database: str, ask: Ask) -> None:
    """After the wait the holder's pid, application and age are named, and a waiting run says so once."""
    project.table("a")
    heard: list[Event] = []
    with (
        psycopg.connect(database, autocommit=True) as steps,
        holding(database, steps, wait=0, on_event=lambda _: None) as lock,
    ):
        with pytest.raises(OutsideError) as caught:
            migrate(database, project.history(), wait=0.3, on_event=heard.append)
        found = caught.value.diagnostic
        assert f"pid {lock.connection.info.backend_pid} (fluxc lock, connected since 20" in found.message

    assert found.code == "locked"
    assert [type(event) for event in heard] == [Waiting]
    assert ask("select 1 from pg_namespace where nspname = 'fluxc'") == []
    assert len(migrate(database, project.history(), wait=0).applied) == 1


def test_the_lock_connection_holds_no_snapshot(database: str, ask: Ask) -> None:
    """A long run must not keep vacuum from its work through the lock's connection."""
    with psycopg.connect(database, autocommit=True) as steps, holding(database, steps, wait=0, on_event=lambda _: None):
        states = ask("select state, backend_xmin from pg_stat_activity where application_name = 'fluxc lock'")

    assert states == [("idle", None)]


@pytest.mark.parametrize("last", ["StepDone 1", "StepStarted 2"])
def test_a_rollback_that_is_killed_is_carried_on(
    project: Project, database: str, ask: Ask, tables: Callable[[], list[str]], last: str
) -> None:
    """A half-applied down leaves exactly the steps that it did not undo, and can go on either way."""
    from tests.history.project import Down

    down = Down({2: "drop table public.b;", 1: "drop table public.a;"})
    project.add("one", "create table public.a ();", "create table public.b ();", down=down)
    migrate(database, project.history())
    for verb in ("migrate", "rollback"):
        killed = start(database, project, "rollback", last)
        killed.communicate(timeout=BOUND)
        assert killed.returncode == -signal.SIGKILL
        assert ask("select step from fluxc.migrations") == [1]
        assert tables() == ["a"]
        assert start(database, project, verb).communicate(timeout=BOUND)[1] == ""
        assert tables() == (["a", "b"] if verb == "migrate" else [])
