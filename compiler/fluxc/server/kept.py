"""A throw-away server of one project, whose databases the next one finds again, for as long as the machine is up."""

from __future__ import annotations

import contextlib
import os
import shutil
import struct
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fluxc.server.account import serving_account
from fluxc.server.cluster import Cluster
from fluxc.server.engine import locate
from fluxc.server.locks import acquire, attempt, held
from fluxc.server.places import (
    disk_failures,
    fingerprint,
    kept_parent,
    state_directory,
    trusted_directory,
    user_directory,
)
from fluxc.server.publish import reachable
from fluxc.server.scratch import Guard, Scratch, scratch_server
from fluxc.server.settings import throw_away
from fluxc.server.template import copy, pristine

if TYPE_CHECKING:
    from collections.abc import Generator

    from fluxc.server.account import Account

_PROJECTS: Final = 3
"""For how many projects data is kept: those that were served last."""
_LARGEST: Final = 512 << 20
"""How many bytes are kept at most for one project."""
_PATIENCE: Final = 10.0
"""Seconds that a server may take to stop before what is kept of it stays."""
_STATE: Final = struct.Struct("=16xI")
_SHUT_DOWN: Final = 1
"""How the file global/pg_control begins, and what it says of a server that wrote down all it had: since 9.0."""
_BOOT: Final = Path("/proc/sys/kernel/random/boot_id")
_BOOT_ELSEWHERE: Final = ("sysctl", "-n", "kern.bootsessionuuid")


@contextlib.contextmanager
def kept_server(project: Path) -> Generator[Scratch]:
    """Run the throw-away server of a project for the time of the context.

    It is one without a memory where another process uses that of the project, or where nothing tells whether the
    machine went down in between: the data is never flushed to the disk. Raises what `scratch_server` raises.
    """
    with contextlib.ExitStack() as stack:
        with disk_failures("start a throw-away server"):
            boot = _boot()
            home = _taken(project, stack) if boot else None
            server = _serving(home, boot, stack) if home else None
        yield server or stack.enter_context(scratch_server())


def home_of(project: Path) -> Path:
    """Return the folder of what is kept for a project."""
    return kept_parent() / f"proof-{fingerprint(project.resolve())}"


def _boot() -> str:
    """Return what tells the time since the machine was started from all others; nothing where it is not to be had."""
    with contextlib.suppress(OSError):
        return _BOOT.read_text(encoding="ascii").strip()
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        return subprocess.run(_BOOT_ELSEWHERE, capture_output=True, text=True, check=True, timeout=10).stdout.strip()
    return ""


def _taken(project: Path, stack: contextlib.ExitStack) -> Path | None:
    """Return the folder of what is kept for a project, for us alone until the stack ends; None where it is in use."""
    while True:
        home = trusted_directory(home_of(project), 0o755 if os.geteuid() == 0 else 0o700)
        with contextlib.suppress(FileNotFoundError):  # another process forgot the project in between
            lock = attempt(home / "lock")
            if lock is not None:
                stack.callback(os.close, lock)
                return home
            if home.exists():
                return None


def _serving(home: Path, boot: str, stack: contextlib.ExitStack) -> Scratch:
    """Start the server of the data in ``home``; its end is on the stack, and nobody waits for it.

    The data is whole if that was left in good order, and if the server says itself that it was shut down.
    """
    account = serving_account()
    engine = reachable(locate(), account)
    original = pristine(engine, account, state_directory())
    whole, said = home / "whole", f"{boot} {original.name}"
    cluster = Cluster(home / "data", _sockets(home, account), home / "running", account)
    running = _anew(cluster.running)  # waits for the server of the process before
    try:
        known = whole.exists() and whole.read_text(encoding="utf-8") == said and _is_shut_down(cluster.data)
        whole.unlink(missing_ok=True)
        if not known:
            _forget_others(home)
            shutil.rmtree(cluster.data, ignore_errors=True)
            copy(original, cluster.data, account, pass_fds=[running])
        log = stack.enter_context(tempfile.TemporaryFile()).fileno()  # noqa: SIM115 - the stack closes it
        small = False
        lease = home / "lease"
        lease.unlink(missing_ok=True)  # the watchdog of the process before may still hold it
        guard = Guard(cluster, lease)

        def end() -> None:
            if small and guard.servers[0].poll() is None:
                whole.write_text(said, encoding="utf-8")
                guard.part()
            else:
                guard.end()
                shutil.rmtree(cluster.data, ignore_errors=True)

        stack.callback(end)
        guard.servers.append(cluster.start(engine, throw_away(engine.major), running=running, log=log))
    finally:
        os.close(running)
    scratch = Scratch(cluster, engine, guard.servers, log, lasts=True)

    def leave() -> None:
        import psycopg  # loads while the server starts

        nonlocal small
        with contextlib.suppress(psycopg.Error):
            small = scratch.size() <= _LARGEST
        scratch.close()

    stack.callback(leave)
    return scratch


def _anew(path: Path) -> int:
    """Wait until nobody holds a lock, and return that on a new file in its place: who watches the old one sees it free.

    The watchdog of the server before would take the next one for that, and stop it.
    """
    before = acquire(path)
    path.unlink()
    os.close(before)
    return acquire(path)


def _is_shut_down(data: Path) -> bool:
    """Return whether the server of a data directory has written down all that it had."""
    with contextlib.suppress(OSError, struct.error):
        state: int
        (state,) = _STATE.unpack((data / "global" / "pg_control").read_bytes()[: _STATE.size])
        return state == _SHUT_DOWN
    return False


def _sockets(home: Path, account: Account) -> Path:
    if account.uid is None:
        return trusted_directory(user_directory() / home.name, 0o700)
    sockets = home / "socket"
    sockets.mkdir(mode=0o700, exist_ok=True)
    account.give(sockets)
    return sockets


def _forget_others(home: Path) -> None:
    """Delete what is kept for projects that nobody has worked on for longest."""
    others = sorted((path for path in home.parent.glob("proof-*") if path != home), key=_age)
    for path in others[_PROJECTS - 1 :]:
        _forget(path)


def _age(path: Path) -> int:
    """Return what is smaller for a younger folder; one that another process is just deleting is old."""
    with contextlib.suppress(FileNotFoundError):
        return -path.stat().st_mtime_ns
    return 0


def _forget(home: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        lock = attempt(home / "lock")
        if lock is not None:
            if _has_ended(home / "running"):
                shutil.rmtree(home, ignore_errors=True)
            os.close(lock)


def _has_ended(running: Path) -> bool:
    """Wait for the server that a process has just left; return whether it ended."""
    deadline = time.monotonic() + _PATIENCE
    while held(running) and time.monotonic() < deadline:
        time.sleep(0.003)
    return not held(running)


def forget(project: Path) -> None:
    """Delete what is kept for a project, unless somebody uses it."""
    if (home := home_of(project)).exists():
        _forget(home)
