"""What goes wrong leaves nothing half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psycopg
import pytest

from fluxc.diagnostics import InputError, OutsideError
from fluxc.run.lock import LOCK_CLASS, RUNNER

if TYPE_CHECKING:
    from tests.seed.conftest import Garden

TWO = """
tables:
  a: {columns: {id: integer primary key}, seed: {mode: exact, rows: [{id: 1}]}}
  b:
    columns: {id: integer primary key, n: integer}
    checks: [n > 0]
    seed: {mode: upsert, rows: [{id: 1, n: N}]}
"""
BOUND = 30.0


def test_a_refused_row_takes_everything_back(garden: Garden) -> None:
    """One transaction holds all tables, so that the first is untouched when the second fails."""
    garden.grow(TWO.replace("N}", "0}"))
    garden.ask("insert into app.a values (5)")
    with pytest.raises(OutsideError) as found:
        garden.seed()
    assert found.value.diagnostic.code == "seed-failed"
    assert "b_n_check" in found.value.diagnostic.message
    assert garden.ask("select id from app.a") == [5]
    garden.write(TWO.replace("N}", "1}"))
    assert garden.counts() == {"a": (1, 0, 1), "b": (1, 0, 0)}


def test_a_deletion_that_a_reference_forbids(garden: Garden) -> None:
    """It is an error in words, and nothing was written."""
    garden.grow(TWO.replace("N}", "1}") + "  c: {columns: {a: -> a}}\n")
    garden.ask("insert into app.a values (5)")
    garden.ask("insert into app.c values (5)")
    with pytest.raises(OutsideError, match=r"seeding app.a failed: .*c_a_fkey") as found:
        garden.seed()
    assert "(id)=(5)" in found.value.diagnostic.message
    assert garden.ask("select id from app.a") == [5]
    assert garden.ask("select count(*) from app.b") == [0]


def test_a_unique_value_of_a_row_that_stays(garden: Garden) -> None:
    """Where no deletion makes room, the error is the server's."""
    garden.grow("""
tables:
  t:
    columns: {id: integer primary key, name: text unique}
    seed: {mode: exact, key: id, rows: [{id: 1, name: a}, {id: 2, name: a}]}
""")
    with pytest.raises(OutsideError, match="t_name_key"):
        garden.seed()


def test_migrations_and_builds_come_first(garden: Garden) -> None:
    """Rows are written to the tables that they are declared for, or not at all."""
    garden.grow(TWO.replace("N}", "1}"))
    garden.write(TWO.replace("N}", "1}").replace("id: integer primary key, n", "id: bigint primary key, n"))
    with pytest.raises(InputError) as found:
        garden.seed()
    assert found.value.diagnostics[0].code == "build-first"
    garden.write(TWO.replace("N}", "1}"))
    garden.ask("delete from fluxc.migrations")
    with pytest.raises(InputError) as found:
        garden.seed()
    assert found.value.diagnostics[0].code == "migrate-first"


def test_a_runner_at_work_keeps_seeds_out(garden: Garden) -> None:
    """A seed and a migration do not meet."""
    garden.grow(TWO.replace("N}", "1}"))
    from fluxc.commands.seeding import seed

    with psycopg.connect(garden.url) as other:
        other.execute("select pg_advisory_lock(%s, %s)", (LOCK_CLASS, RUNNER))
        with pytest.raises(OutsideError) as found:
            seed(garden.layout, garden.database, wait=0.1)
    assert found.value.diagnostic.code == "locked"
    assert garden.counts() == {"a": (1, 0, 0), "b": (1, 0, 0)}


def test_a_kill_in_the_middle_leaves_nothing(garden: Garden) -> None:
    """Kill -9 while the last statement runs: nothing of the seed is there, and the next run does all of it."""
    garden.grow(TWO.replace("N}", "1}"))
    garden.ask("""
create function app.slow() returns trigger language plpgsql as $$ begin perform pg_sleep(600); return new; end $$;
create trigger slow before insert on app.b for each row execute function app.slow();
""")
    command = [sys.executable, "-m", "fluxc", "seed", "--project", str(garden.layout.root), "--url", garden.url]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        query = "select pid from pg_stat_activity where wait_event = 'PgSleep' and application_name = 'fluxc seed'"
        end = time.monotonic() + BOUND
        while not garden.ask(query):
            assert time.monotonic() < end
            time.sleep(0.05)
        assert garden.ask("select count(*) from app.a") == [0]
        os.kill(process.pid, signal.SIGKILL)
    garden.ask(f"select pg_terminate_backend(pid) from ({query}) as found")
    garden.ask("drop trigger slow on app.b")
    assert garden.ask("select count(*) from app.a") == [0]
    assert garden.counts() == {"a": (1, 0, 0), "b": (1, 0, 0)}


def test_a_lost_connection_is_told_as_such(garden: Garden) -> None:
    """The server ends the session in the middle: an error, no trace of a half-done seed."""
    garden.grow(TWO.replace("N}", "1}"))
    garden.ask("""
create function app.cut() returns trigger language plpgsql as
$$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
create trigger cut before insert on app.b for each row execute function app.cut();
""")
    with pytest.raises(OutsideError):
        garden.seed()
    assert garden.ask("select count(*) from app.a") == [0]
