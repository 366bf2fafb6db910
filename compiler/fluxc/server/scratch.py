"""A throw-away server: made in a tenth of a second, gone without a trace, even when its owner is killed."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path
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


class Scratch:
    """A running throw-away server, and the databases in it."""

    def __init__(self, cluster: Cluster, engine: Engine) -> None:
        self.engine = engine
        self._cluster = cluster
        self._session: psycopg.Connection | None = None

    @property
    def major(self) -> int:
        """The major version of PostgreSQL."""
        return self.engine.major

    def url(self, database: str = "postgres") -> str:
        """Return the URL of one database."""
        return self._cluster.url(database)

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

    def make_role(self, name: str) -> None:
        """Make a role that may do nothing."""
        self._execute(making(name))

    def _execute(self, statement: Composed) -> None:
        if self._session is None or self._session.closed:
            self._session = connect(self.url())
        self._session.execute(statement)

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
            scratch = Scratch(_launch(chosen, account, stack), chosen)
        stack.callback(scratch.close)
        yield scratch


def _launch(engine: Engine, account: Account, stack: contextlib.ExitStack) -> Cluster:
    """Start a server whose end, and the removal of all that it has, is on ``stack``."""
    original = pristine(engine, account, state_directory())
    base = Path(tempfile.mkdtemp(dir=scratch_parent(), prefix="fluxc-"))
    cluster = Cluster(base / "data", base, base / "running", account)
    running = acquire(cluster.running)
    try:
        servers = _guarded(cluster, base, stack)
        account.give(base)
        # The copy counts as the server: should we die now, nothing is removed before it is complete.
        copy(original, cluster.data, account, pass_fds=[running])
        log = stack.enter_context(tempfile.TemporaryFile()).fileno()  # noqa: SIM115 - the stack closes it
        servers.append(cluster.start(engine, throw_away(engine.major), running=running, log=log))
    finally:
        os.close(running)
    return cluster


def _guarded(cluster: Cluster, base: Path, stack: contextlib.ExitStack) -> list[subprocess.Popen[bytes]]:
    """Have the server stopped and ``base`` removed when ``stack`` ends, or this process without it.

    The servers added to the returned list are awaited then.
    """
    lease = acquire(base / "lease")
    watched = open_lock(base / "lease")
    try:
        watchdog = cluster.watch(watched, leavings=base)
    finally:
        os.close(watched)
    servers: list[subprocess.Popen[bytes]] = []

    def end() -> None:
        os.close(lease)
        watchdog.wait()
        for server in servers:
            server.kill()  # without effect, unless somebody killed the watchdog
            server.wait()
        shutil.rmtree(base, ignore_errors=True)

    stack.callback(end)
    return servers
