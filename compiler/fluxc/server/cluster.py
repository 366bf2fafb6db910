"""One data directory and the server of it: made, started, watched and stopped."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from fluxc.diagnostics import Diagnostic, OutsideError
from fluxc.server.locks import held, open_lock
from fluxc.server.settings import initdb_arguments

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxc.server.account import Account
    from fluxc.server.engine import Engine

_WATCHDOG = Path(__file__).with_name("watchdog.py")
_START_SECONDS = 120  # a start after a crash may replay much
_POLL_SECONDS = 0.003  # pg_ctl would poll every 100 ms


@dataclass(frozen=True, slots=True)
class Cluster:
    """A data directory, where its server listens, and ``running``: the lock that each process of the server holds."""

    data: Path
    sockets: Path
    running: Path
    account: Account

    def url(self, database: str) -> str:
        """Return the URL of one database; it holds no secret."""
        return f"postgresql://postgres@/{quote(database, safe='')}?host={quote(str(self.sockets), safe='')}&port=5432"

    def is_running(self) -> bool:
        """Return whether a process of the server is alive."""
        return held(self.running)

    def start(self, engine: Engine, settings: Mapping[str, str], *, running: int, log: int) -> subprocess.Popen[bytes]:
        """Start the server and wait until it answers; it inherits ``running``, the held lock, and writes to ``log``.

        Raises OutsideError ``server-failed`` with the last words of the log.
        """
        chosen = {**settings, "unix_socket_directories": str(self.sockets)}
        options = [word for name, value in chosen.items() for word in ("-c", f"{name}={value}")]
        command: list[str | Path] = [engine.program("postgres"), "-D", self.data, *options]
        process = self.account.spawn(command, output=log, pass_fds=[running])
        try:
            self._await(process, engine, log)
        except BaseException:
            process.kill()
            process.wait()
            raise
        return process

    def _await(self, process: subprocess.Popen[bytes], engine: Engine, log: int) -> None:
        deadline = time.monotonic() + _START_SECONDS
        socket = self.sockets / ".s.PGSQL.5432"
        while process.poll() is None and time.monotonic() < deadline:
            if socket.exists() and self._answers():
                return
            time.sleep(_POLL_SECONDS)
        raise failed(f"PostgreSQL {engine.version} did not start in {self.data}", log)

    def _answers(self) -> bool:
        import psycopg

        try:
            with psycopg.connect(self.url("postgres"), connect_timeout=10, autocommit=True) as connection:
                row = connection.execute("SHOW data_directory").fetchone()
        except psycopg.OperationalError:
            return False
        # The variable PGHOSTADDR, for one, could have led us to a stranger.
        return row == (str(self.data),)

    def watch(self, lease: int | None, *, keep: Path | None = None, leavings: Path | None = None) -> Watchdog:
        """Start the program that stops the server once nobody holds ``lease`` and then removes ``leavings``.

        Without a lease it acts at once. While the file ``keep`` exists it lets the server be.
        """
        running = open_lock(self.running)  # a descriptor of its own: the server's would make the lock its own
        try:
            return self._spawn_watchdog(running, lease, keep, leavings)
        finally:
            os.close(running)

    def _spawn_watchdog(self, running: int, lease: int | None, keep: Path | None, leavings: Path | None) -> Watchdog:
        numbers = [-1 if number is None else number for number in (lease, running, self.account.uid, self.account.gid)]
        words = [str(word) for word in (self.data, keep or "", leavings or "")]
        return subprocess.Popen(
            # -I and -S: the interpreter alone, whatever PYTHON* variables and site packages say
            [sys.executable, "-I", "-S", _WATCHDOG, *map(str, numbers), *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            start_new_session=True,
            pass_fds=[running] if lease is None else [running, lease],
        )

    def halt(self) -> None:
        """Stop the server, if one is running, and wait until it is gone."""
        if self.is_running():
            self.watch(None).wait()


Watchdog = subprocess.Popen[bytes]


def initialise(engine: Engine, account: Account, data: Path, *, pass_fds: Sequence[int] = ()) -> None:
    """Make the absent directory ``data`` a data directory of ``engine``; initdb inherits ``pass_fds``.

    Raises OutsideError ``server-failed`` with the last words of initdb.
    """
    data.mkdir(mode=0o700)
    account.give(data)
    command: list[str | Path] = [engine.program("initdb"), "-D", data, *initdb_arguments(engine.major)]
    run(command, account, f"initdb of PostgreSQL {engine.version} did not finish in {data}", pass_fds=pass_fds)


def run(command: Sequence[str | Path], account: Account, failure: str, *, pass_fds: Sequence[int]) -> None:
    """Run ``command`` to its end; raise OutsideError ``server-failed`` with ``failure`` and its last words."""
    with tempfile.TemporaryFile() as log:
        process = account.spawn(command, output=log.fileno(), pass_fds=pass_fds)
        try:
            code = process.wait()
        except BaseException:
            process.kill()
            process.wait()
            raise
        if code:
            raise failed(failure, log.fileno())


def failed(message: str, log: int) -> OutsideError:
    """Return the OutsideError ``server-failed``: ``message`` and the last lines of ``log``."""
    size = os.fstat(log).st_size
    tail = os.pread(log, 2000, max(0, size - 2000)).decode(errors="replace")
    last = "; ".join(line.strip() for line in tail.splitlines()[-4:] if line.strip())
    return OutsideError(
        Diagnostic(
            "server-failed",
            f"{message}: {last or 'it said nothing'}",
            help="Act on what the server says there, or name another server with --url.",
        )
    )
