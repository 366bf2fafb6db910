"""A throw-away server: made in a tenth of a second, gone without a trace, even when its owner is killed."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import tempfile
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from fluxc.server.account import serving_account
from fluxc.server.cluster import Cluster
from fluxc.server.connect import connect
from fluxc.server.engine import locate
from fluxc.server.locks import acquire, open_lock
from fluxc.server.places import disk_failures, scratch_parent, state_directory
from fluxc.server.publish import reachable
from fluxc.server.roles import making
from fluxc.server.settings import throw_away
from fluxc.server.template import copy, pristine

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Generator

    import psycopg
    from psycopg.sql import Composed

    from fluxc.server.account import Account
    from fluxc.server.engine import Engine

    Running = subprocess.Popen[bytes]


class Scratch:
    """A running throw-away server, and the databases in it; ``lasts`` says that the next one will find them again."""

    def __init__(
        self, cluster: Cluster, engine: Engine, servers: list[Running], log: int, *, lasts: bool = False
    ) -> None:
        self.engine = engine
        self.lasts = lasts
        self._cluster = cluster
        self._servers = servers
        self._log = log
        self._session: psycopg.Connection | None = None

    @property
    def major(self) -> int:
        """The major version of PostgreSQL."""
        return self.engine.major

    def url(self, database: str = "postgres") -> str:
        """Return the URL of one database."""
        return self._cluster.url(database)

    def names(self) -> set[str]:
        """Return the names of the databases but for the server's own."""
        query = "SELECT datname::text FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'"
        return {str(name) for (name,) in self._opened().execute(query)}

    def size(self) -> int:
        """Return the bytes that all databases take together."""
        rows = self._opened().execute("SELECT sum(pg_database_size(oid))::int8 FROM pg_database").fetchall()
        return int(rows[0][0])

    def create(self, name: str, template: str | None = None) -> str:
        """Make the database ``name``, empty or as a copy of ``template``, which nobody may be connected to."""
        from psycopg import sql

        strategy = sql.SQL(" STRATEGY file_copy" if self.engine.major >= 15 else "")
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}{}")
        self._execute(statement.format(sql.Identifier(name), sql.Identifier(template or "template0"), strategy))
        return self.url(name)

    def drop(self, name: str) -> None:
        """Drop the database ``name`` if it exists, cutting off whoever is connected to it."""
        from psycopg import sql

        self._execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def rename(self, old: str, new: str) -> None:
        """Give the database ``old``, which nobody may be connected to, another name."""
        from psycopg import sql

        self._execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new)))

    def make_role(self, name: str) -> None:
        """Make a role that may do nothing."""
        self._execute(making(name))

    def restart(self) -> None:
        """Stop the server as a failing machine would, cutting everybody off in the midst of things, and start it again.

        Raises OutsideError ``server-failed``.
        """
        self.close()
        self._servers[-1].send_signal(signal.SIGQUIT)
        self._servers[-1].wait()
        running = acquire(self._cluster.running)  # once the last process of the server is gone
        try:
            settings = throw_away(self.engine.major)
            self._servers.append(self._cluster.start(self.engine, settings, running=running, log=self._log))
        finally:
            os.close(running)

    def _execute(self, statement: Composed) -> None:
        self._opened().execute(statement)

    def _opened(self) -> psycopg.Connection:
        if self._session is None or self._session.closed:
            self._session = connect(self.url())
        return self._session

    def close(self) -> None:
        """Give up the connection that makes and drops databases."""
        if self._session is not None:
            self._session.close()


@contextlib.contextmanager
def scratch_server(engine: Engine | None = None) -> Generator[Scratch]:
    """Run a throw-away server, of ``engine`` or the one that `locate` finds, for the time of the context.

    Raises OutsideError ``no-postgres``, ``no-account``, ``server-failed``, ``unsafe-directory`` or ``disk-failure``.
    """
    with contextlib.ExitStack() as stack:
        with disk_failures("start a throw-away server"):
            account = serving_account()
            chosen = reachable(engine or locate(), account)
            scratch = _launch(chosen, account, stack)
        stack.callback(scratch.close)
        yield scratch


def _launch(engine: Engine, account: Account, stack: contextlib.ExitStack) -> Scratch:
    """Start a server whose end, and the removal of all that it has, is on ``stack``."""
    original = pristine(engine, account, state_directory())
    base = Path(tempfile.mkdtemp(dir=scratch_parent(), prefix="fluxc-"))
    cluster = Cluster(base / "data", base, base / "running", account)
    running = acquire(cluster.running)
    try:
        stack.callback(shutil.rmtree, base, ignore_errors=True)
        guard = Guard(cluster, base / "lease", leavings=base)
        stack.callback(guard.end)
        account.give(base)
        # The copy counts as the server: should we die now, nothing is removed before it is complete.
        copy(original, cluster.data, account, pass_fds=[running])
        log = stack.enter_context(tempfile.TemporaryFile()).fileno()  # noqa: SIM115 - the stack closes it
        guard.servers.append(cluster.start(engine, throw_away(engine.major), running=running, log=log))
    finally:
        os.close(running)
    return Scratch(cluster, engine, guard.servers, log)


class Guard:
    """Has servers stopped when this process is done with them or has ended, and then ``leavings`` removed.

    ``lock`` is a file for this alone. What is started behind it belongs into ``servers``.
    """

    def __init__(self, cluster: Cluster, lock: Path, *, leavings: Path | None = None) -> None:
        self.servers: list[Running] = []
        self._lease = acquire(lock)
        watched = open_lock(lock)
        try:
            self._watchdog = cluster.watch(watched, leavings=leavings)
        finally:
            os.close(watched)

    def end(self) -> None:
        """Wait until everything is stopped and removed."""
        os.close(self._lease)
        self._watchdog.wait()
        for server in self.servers:
            if server.poll() is None:
                server.kill()  # somebody killed the watchdog
            server.wait()

    def part(self) -> None:
        """Leave the rest to the watchdog, if it is there."""
        if self._watchdog.poll() is not None:
            self.end()
            return
        os.close(self._lease)
        for process in (self._watchdog, *self.servers):
            Thread(target=process.wait, daemon=True).start()  # where this process goes on, nothing of them stays
