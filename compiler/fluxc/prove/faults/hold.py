"""Holding a step on the server, and looking at who is held."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final, Self

from psycopg import sql

from fluxc.prove.faults.child import PATIENCE
from fluxc.prove.faults.place import HOLD
from fluxc.prove.faults.traffic import TABLES
from fluxc.run.lock import LOCK_CLASS
from fluxc.server.connect import connect

if TYPE_CHECKING:
    from types import TracebackType

    import psycopg

    from fluxc.prove.faults.child import Child
    from fluxc.prove.faults.job import Job

PASSED: Final = "a run comes to its end without getting there"
STEPS: Final = ("fluxc migrate", "fluxc rollback")
LOCK: Final = "fluxc lock"
_POLL: Final = 0.003
_WAITING: Final = """
select from pg_catalog.pg_locks
where locktype = 'advisory' and not granted and classid = %s and objid = %s and objsubid = 2
  and database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
"""
_BEHIND: Final = """
select from pg_catalog.pg_stat_activity
where application_name = any(%s) and %s = any(pg_catalog.pg_blocking_pids(pid))
"""
_END: Final = """
select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity
where datname = pg_catalog.current_database() and application_name = any(%s)
"""


class Hold:
    """The lock for which a step waits at its place, or a transaction for which one waits ``within`` a statement."""

    def __init__(self, url: str, *, within: bool = False) -> None:
        self._connection = connect(url, application_name="fluxc prove")
        self._writing = _writing(url) if within else None
        if not within:
            self._connection.execute("select pg_catalog.pg_advisory_lock(%s, %s)", (LOCK_CLASS, HOLD))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def begun(self, child: Child, job: Job) -> str | None:
        """Start a run and wait until it is at its place; return what is wrong where it does not come there."""
        child.start(job)
        if self.await_arrival(child):
            return None
        end = child.end()
        return PASSED if end.clean and not end.code else f"a run does not get there: {end.words}"

    def await_arrival(self, child: Child) -> bool:
        """Wait until a runner is at its place; return whether it comes there."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if child.halted or self.holds:
                return True
            if child.gone:
                return False
            time.sleep(_POLL)
        return False

    @property
    def holds(self) -> bool:
        """Whether a step waits for it."""
        if self._connection.closed:
            return False
        if self._writing is not None:
            return (
                self._connection.execute(_BEHIND, [list(STEPS), self._writing.info.backend_pid]).fetchone() is not None
            )
        return self._connection.execute(_WAITING, (LOCK_CLASS, HOLD)).fetchone() is not None

    def cut_off(self, *applications: str) -> None:
        """End the connections of these names."""
        self._connection.execute(_END, [list(applications)])

    def release(self) -> None:
        """Let go."""
        self._connection.close()
        if self._writing is not None:
            self._writing.close()


def _writing(url: str) -> psycopg.Connection[Any]:
    """Begin a transaction that writes every table, and has a snapshot."""
    connection = connect(url, autocommit=False, application_name="fluxc prove")
    connection.execute("set transaction isolation level repeatable read")
    for name in connection.execute(TABLES).fetchall():
        connection.execute(sql.SQL("lock table only {} in row exclusive mode").format(sql.Identifier(*name)))
    return connection
