"""Data directories made once and copied for every new server: initdb takes ten times as long as a copy."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from fluxc.server.cluster import initialise, run
from fluxc.server.locks import locked
from fluxc.server.places import fingerprint
from fluxc.server.settings import initdb_arguments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fluxc.server.account import Account
    from fluxc.server.engine import Engine


def pristine(engine: Engine, account: Account, cache: Path) -> Path:
    """Return a pristine data directory of ``engine`` in ``cache``, made if absent; never start a server in it."""
    age = engine.program("postgres").stat().st_mtime_ns
    key = fingerprint(engine.home, engine.version, age, account.uid, *initdb_arguments(engine.major))
    ready = cache / f"template-{key}"
    if ready.exists():
        return ready
    with locked(cache / f"template-{key}.lock") as lock:
        if not ready.exists():
            _make(engine, account, ready, lock)
    return ready


def copy(original: Path, data: Path, account: Account, *, pass_fds: Sequence[int]) -> None:
    """Make the absent directory ``data`` a copy of a pristine one; the copying program inherits ``pass_fds``.

    It is not flushed to the disk: a machine that goes down within seconds takes a database with nothing in it along.
    """
    data.mkdir(mode=0o700)
    account.give(data)
    run(["cp", "-Rp", f"{original}/.", data], account, f"cannot copy {original} to {data}", pass_fds=pass_fds)


def _make(engine: Engine, account: Account, ready: Path, lock: int) -> None:
    draft = ready.with_suffix(".draft")
    if draft.exists():
        shutil.rmtree(draft)  # of a process that was killed
    # An initdb that outlives us keeps the lock, so that nobody removes the draft under it.
    initialise(engine, account, draft, pass_fds=[lock])
    draft.rename(ready)
