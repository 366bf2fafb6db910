"""Making an engine reachable for the account that will run it."""

from __future__ import annotations

import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from fluxc.server.locks import locked
from fluxc.server.places import fingerprint, open_to_all, state_directory

if TYPE_CHECKING:
    from fluxc.server.account import Account
    from fluxc.server.engine import Engine


def reachable(engine: Engine, account: Account) -> Engine:
    """Return ``engine``, or a copy of it under the state directory where ``account`` cannot reach the original."""
    if account.uid is None or _readable(engine.home):
        return engine
    age = engine.program("postgres").stat().st_mtime_ns
    shelf = state_directory() / f"engine-{fingerprint(engine.home, engine.version, age)}"
    home = shelf / engine.home.parent.name / engine.home.name
    with locked(shelf.parent / "engines.lock"):
        if not home.exists():
            _publish(engine.home, shelf)
    return replace(engine, home=home)


def _readable(home: Path) -> bool:
    wanted = stat.S_IROTH | stat.S_IXOTH
    return open_to_all(home / "bin") and (home / "bin" / "postgres").stat().st_mode & wanted == wanted


def _publish(home: Path, shelf: Path) -> None:
    draft = shelf.with_suffix(".draft")
    shutil.rmtree(draft, ignore_errors=True)  # of a process that was killed
    package = home.parent
    shutil.copytree(home, draft / package.name / home.name, symlinks=True, copy_function=_link)
    # The programs of a wheel look for their libraries in this neighbour, by a relative path.
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, draft / libraries.name, symlinks=True, copy_function=_link)
    for folder, _, _ in os.walk(draft):
        Path(folder).chmod(0o755)
    draft.rename(shelf)


def _link(source: str, target: str) -> None:
    """Link a file that everybody may read; copy one that they may not, and let them: its original keeps its mode."""
    mode = stat.S_IMODE(os.stat(source, follow_symlinks=False).st_mode)  # noqa: PTH116 - copytree hands over text
    wanted = mode | 0o444 | (0o111 if mode & 0o100 else 0)
    if wanted == mode:
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError:  # another file system
            shutil.copy2(source, target, follow_symlinks=False)
        return
    shutil.copy2(source, target, follow_symlinks=False)
    Path(target).chmod(wanted)
