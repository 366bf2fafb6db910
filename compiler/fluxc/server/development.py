"""The development server of one project: its data lasts, and it runs while somebody uses it."""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import TYPE_CHECKING

from fluxc.diagnostics import Diagnostic, OutsideError
from fluxc.server.account import serving_account
from fluxc.server.cluster import Cluster
from fluxc.server.connect import connect
from fluxc.server.engine import Engine, locate
from fluxc.server.locks import acquire, open_lock, sole_holder
from fluxc.server.places import disk_failures, fingerprint, state_directory, trusted_directory, user_directory
from fluxc.server.psql import run_psql
from fluxc.server.publish import reachable
from fluxc.server.settings import durable
from fluxc.server.template import copy, pristine

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Generator, Sequence
    from pathlib import Path

DATABASE = "app"


class Development:
    """The development server of the project in ``root``.

    Files beside the data: ``users`` is locked (shared) by each command that uses the server, and the last one stops
    it; ``keep`` says that it stays all the same; ``lock`` is held while the server is started, stopped or deleted.
    """

    def __init__(self, root: Path) -> None:
        project = root.resolve()
        key = fingerprint(project)
        with disk_failures("prepare the development server"):
            if os.geteuid() == 0:  # the server, another user then, may not reach the project
                self.home = state_directory() / f"dev-{key}"
                sockets = self.home / "socket"
            else:
                self.home = project / ".fluxc" / "pg"
                sockets = user_directory() / key
        self._keep = self.home / "keep"
        self._cluster = Cluster(self.home / "data", sockets, self.home / "running", serving_account())

    @property
    def url(self) -> str:
        """The URL of the development database; the same whenever the server runs, and free of secrets."""
        return self._cluster.url(DATABASE)

    def running(self) -> bool:
        """Return whether the server runs now."""
        return self._cluster.is_running()

    @contextlib.contextmanager
    def serving(self) -> Generator[str]:
        """Give the URL of the database while the server runs; it is started if need be, and the last user stops it.

        Raises OutsideError ``no-postgres``, ``server-failed``, ``other-major-version``, ``unsafe-directory`` …
        """
        lease, children = self._enter(keep=False)
        try:
            yield self.url
        finally:
            self._leave(lease, children)

    def start(self) -> str:
        """Have the server run until ``stop``, beyond the end of this process; return the URL of the database."""
        self._leave(*self._enter(keep=True))
        return self.url

    def stop(self) -> bool:
        """Stop the server, whoever uses it; return whether it ran."""
        if not self.home.exists():
            return False
        with disk_failures("stop the development server"), self._locked():
            return self._halt()

    def reset(self) -> None:
        """Stop the server and delete it with all its data."""
        if not self.home.exists():
            return
        with disk_failures("delete the development server"), self._locked():
            self._halt()
            if self._cluster.sockets.exists():
                shutil.rmtree(self._cluster.sockets)
            shutil.rmtree(self.home)

    def psql(self, arguments: Sequence[str]) -> int:
        """Run psql on the database with ``arguments`` and return its exit code."""
        with self.serving() as url:
            return run_psql(locate(), url, arguments)

    def _halt(self) -> bool:
        ran = self.running()
        self._keep.unlink(missing_ok=True)
        self._cluster.halt()
        return ran

    def _enter(self, *, keep: bool) -> tuple[int, list[subprocess.Popen[bytes]]]:
        """Become a user of the running server; return the lease, and the processes that were started for it."""
        children: list[subprocess.Popen[bytes]] = []
        with disk_failures("start the development server"):
            lease = self._acquire("users", shared=True)
            try:
                with self._locked() as lock:
                    self._ensure(lock, children, keep=keep)
            except BaseException:
                self._leave(lease, children)
                raise
        return lease, children

    def _ensure(self, lock: int, children: list[subprocess.Popen[bytes]], *, keep: bool) -> None:
        if not self.running():
            self._keep.unlink(missing_ok=True)  # of a time before the machine went down
            self._launch(lock, children)
        _ensure_database(self._cluster.url("postgres"))
        if keep:
            self._keep.touch()

    def _launch(self, lock: int, children: list[subprocess.Popen[bytes]]) -> None:
        engine = reachable(locate(), self._cluster.account)
        self._prepare(engine, lock)
        log = os.open(self.home / "log", os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND | os.O_NOFOLLOW, 0o600)
        running = acquire(self._cluster.running)
        watched = open_lock(self.home / "users")
        try:
            children.append(self._cluster.watch(watched, keep=self._keep))
            children.append(self._cluster.start(engine, durable(), running=running, log=log))
        finally:
            for descriptor in (log, running, watched):
                os.close(descriptor)

    def _prepare(self, engine: Engine, lock: int) -> None:
        """Have a complete data directory of the engine's major version, and the directory of the socket."""
        data, account = self._cluster.data, self._cluster.account
        if not (data / "PG_VERSION").exists():
            draft = data.with_name("data.draft")
            for unfinished in (draft, data):
                if unfinished.exists():
                    shutil.rmtree(unfinished)
            # A copy that outlives us keeps the lock, so that nobody removes the draft under it.
            copy(pristine(engine, account, state_directory()), draft, account, pass_fds=[lock])
            draft.rename(data)
        made_by = (data / "PG_VERSION").read_text(encoding="ascii").strip()
        if made_by != str(engine.major):
            raise _other_version(made_by, engine)
        if account.uid is None:
            trusted_directory(self._cluster.sockets, 0o700)
        else:
            self._cluster.sockets.mkdir(mode=0o700, exist_ok=True)
            account.give(self._cluster.sockets)

    def _leave(self, lease: int, children: Sequence[subprocess.Popen[bytes]]) -> None:
        """Stop using the server; return when it is stopped, used by others, or kept."""
        last = sole_holder(lease, self.home / "users")
        if last and not self._keep.exists():
            self._cluster.halt()
            for child in children:  # the watchdog has nothing left to do, the server is gone
                child.kill()
                child.wait()
        for child in children:
            child.returncode = child.returncode or 0  # not ours any more: spares a warning when it is collected
        os.close(lease)
        if not last:
            # Either others use the server, or its watchdog was faster than we and is stopping it: wait for that.
            with contextlib.suppress(FileNotFoundError):
                os.close(acquire(self.home / "users", shared=True))

    def _acquire(self, name: str, *, shared: bool = False) -> int:
        while True:
            trusted_directory(self.home, 0o755 if self._cluster.account.uid is not None else 0o700)
            with contextlib.suppress(FileNotFoundError):  # a reset deleted the directory in between
                return acquire(self.home / name, shared=shared)

    @contextlib.contextmanager
    def _locked(self) -> Generator[int]:
        descriptor = self._acquire("lock")
        try:
            yield descriptor
        finally:
            os.close(descriptor)


def _ensure_database(maintenance: str) -> None:
    with connect(maintenance) as session:
        if not session.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE]).fetchall():
            session.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0")


def _other_version(made_by: str, engine: Engine) -> OutsideError:
    return OutsideError(
        Diagnostic(
            "other-major-version",
            f"the development database was made by PostgreSQL {made_by}, and {engine.home} is {engine.version}",
            help="Run `fluxc dev reset` to delete it and begin anew, "
            f"or point FLUXC_PG_HOME at an installation of PostgreSQL {made_by}.",
        )
    )
