"""The interactive client: which one to run, and how to leave the keyboard to it."""

from __future__ import annotations

import contextlib
import re
import shutil
import signal
import subprocess
import threading
from typing import TYPE_CHECKING

from fluxc.diagnostics import Diagnostic, OutsideError

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from fluxc.server.engine import Engine


def run_psql(engine: Engine, url: str, arguments: Sequence[str]) -> int:
    """Run psql on ``url`` with the terminal of this process and return its exit code."""
    with _leaving_interrupts():
        return subprocess.run([_program(engine), "--dbname", url, *arguments], check=False).returncode


def _program(engine: Engine) -> str:
    """Prefer the system's psql, which edits lines, where it is not older than the server; raise ``no-psql``."""
    installed, own = shutil.which("psql"), engine.program("psql")
    if installed and (_major(installed) >= engine.major or not own.is_file()):
        return installed
    if own.is_file():
        return str(own)
    raise OutsideError(
        Diagnostic(
            "no-psql",
            f"neither the PostgreSQL in {engine.home} nor this system has the program psql",
            help="Install PostgreSQL's client programs, or connect another client to what `fluxc dev url` prints.",
        )
    )


def _major(program: str) -> int:
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=30, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return 0
    found = re.search(r"(\d+)", answer)
    return int(found[1]) if found else 0


def _ignore(_signal: int, _frame: object) -> None:
    pass


@contextlib.contextmanager
def _leaving_interrupts() -> Generator[None]:
    """Let Ctrl-C cancel a statement in psql without ending this process, which must stay to stop the server."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    # A handler that does nothing, not SIG_IGN: the latter would be inherited by psql.
    before = signal.signal(signal.SIGINT, _ignore)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
