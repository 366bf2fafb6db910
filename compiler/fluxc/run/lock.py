"""One runner at a time: session advisory locks, on a connection that holds no snapshot.

A second lock belongs to the connection that runs the steps: when a runner is killed, its lock goes at once, but the
server may still be busy with its step, and nobody else may start before that is over.
"""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import psycopg

from fluxc.diagnostics import Diagnostic, OutsideError
from fluxc.run.event import OnEvent, Waiting
from fluxc.server.connect import connect

if TYPE_CHECKING:
    from collections.abc import Generator

LOCK_CLASS: Final = 0x666C7578  # "flux"
RUNNER: Final = 1
STEP: Final = 2
_FIRST_PAUSE: Final = 0.05
_LONGEST_PAUSE: Final = 1.0
_HELD: Final = (
    "from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid"
    " where l.locktype = 'advisory' and l.granted and l.classid = %s and l.objid = %s and l.objsubid = 2"
    " and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())"
)
_HOLDER: Final = f"select l.pid, a.application_name, a.backend_start::timestamptz(0)::text {_HELD} limit 1"
_MINE: Final = f"select l.pid {_HELD} and l.pid = pg_catalog.pg_backend_pid()"
_BLOCKERS: Final = (
    "select pid, application_name, usename from pg_catalog.pg_stat_activity"
    " where pid = any(pg_catalog.pg_blocking_pids(%s)) order by pid"
)


@dataclass(frozen=True, slots=True)
class RunnerLock:
    """The lock of the one runner, held for as long as its connection lives."""

    connection: psycopg.Connection[Any]

    def verify(self) -> None:
        """Raise OutsideError `lock-lost` where the lock is no longer held."""
        with suppress(psycopg.OperationalError):
            if self.connection.execute(_MINE, (LOCK_CLASS, RUNNER)).fetchone():
                return
        message = "the lock that keeps other runners out was lost"
        cure = "run `fluxc migrate` again; if a pooler stands between, connect to PostgreSQL itself or pool sessions"
        raise OutsideError(Diagnostic("lock-lost", message, help=cure))

    def blockers(self, pid: int) -> tuple[str, ...]:
        """Return who keeps the backend ``pid`` waiting, in words."""
        rows = self.connection.execute(_BLOCKERS, (pid,)).fetchall()
        return tuple(
            f"pid {pid} ({application or 'no application name'}, user {user})" for pid, application, user in rows
        )


@contextmanager
def holding(url: str, steps: psycopg.Connection[Any], *, wait: float, on_event: OnEvent) -> Generator[RunnerLock]:
    """Hold the runner's lock and that of the connection ``steps``; raises OutsideError `locked` after ``wait`` s."""
    deadline = time.monotonic() + wait
    with connect(url, application_name="fluxc lock") as connection:
        connection.execute("set idle_session_timeout = 0")
        _acquire(connection, RUNNER, deadline, on_event)
        with suppress(psycopg.Error):  # the platform of the server may lack it
            steps.execute("set client_connection_check_interval = '1s'")
        _acquire(steps, STEP, deadline, on_event)
        try:
            yield RunnerLock(connection)
        finally:
            _release(steps, STEP)
            _release(connection, RUNNER)


def _acquire(connection: psycopg.Connection[Any], key: int, deadline: float, on_event: OnEvent) -> None:
    pause, told = _FIRST_PAUSE, ""
    while not _try(connection, key):
        holder = _holder(connection, key)
        left = deadline - time.monotonic()
        if left <= 0:
            raise _locked(holder, key)
        if holder != told:
            on_event(Waiting(holder))
            told = holder
        time.sleep(min(pause, left))
        pause = min(pause * 1.5, _LONGEST_PAUSE)


def _try(connection: psycopg.Connection[Any], key: int) -> bool:
    row = connection.execute("select pg_catalog.pg_try_advisory_lock(%s, %s)", (LOCK_CLASS, key)).fetchone()
    return bool(row and row[0])


def _release(connection: psycopg.Connection[Any], key: int) -> None:
    """Give a lock back; closing the connection would too, but the server may take its time over that."""
    with suppress(psycopg.Error):
        connection.execute("select pg_catalog.pg_advisory_unlock(%s, %s)", (LOCK_CLASS, key))


def _holder(connection: psycopg.Connection[Any], key: int) -> str:
    row = connection.execute(_HOLDER, (LOCK_CLASS, key)).fetchone()
    if row is None:
        return "another session"
    pid, application, since = row
    return f"pid {pid} ({application or 'no application name'}, connected since {since or 'an unknown time'})"


def _locked(holder: str, key: int) -> OutsideError:
    message = f"another fluxc is at work on this database: {holder}"
    cure = "wait until it is done, or allow more time with `--wait SECONDS`"
    if key == STEP:
        message = f"a step of an earlier run is still running on the server: {holder}"
        cure = "wait until it is done, or end it with `select pg_terminate_backend(PID)`"
    return OutsideError(Diagnostic("locked", message, help=cure))
