"""Other processes that use servers, and waiting for what they leave behind."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from collections.abc import Callable

_HOLD_SCRATCH = """
import sys
from fluxc.server.scratch import scratch_server
with scratch_server() as server:
    print(server.url(), flush=True)
    sys.stdin.read()
"""
_HOLD_DEVELOPMENT = """
import sys
from pathlib import Path
from fluxc.server.development import Development
with Development(Path(sys.argv[1])).serving() as url:
    print(url, flush=True)
    sys.stdin.read()
"""


class Holder:
    """Another process that keeps a server in use until it is told to end."""

    def __init__(self, script: str, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", script, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def url(self) -> str:
        """Wait until the server runs and return its URL."""
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def finish(self) -> int:
        """Let the process end in good order and return its exit code."""
        self._process.communicate("")
        return self._process.returncode

    def kill(self) -> None:
        """End the process as the out-of-memory killer would."""
        self._process.kill()
        self._process.communicate()


def scratch_holder() -> Holder:
    """Return a process with a scratch server."""
    return Holder(_HOLD_SCRATCH)


def development_holder(project: object) -> Holder:
    """Return a process that uses the development server of ``project``."""
    return Holder(_HOLD_DEVELOPMENT, str(project))


def eventually(condition: Callable[[], bool]) -> bool:
    """Return whether ``condition`` comes true while a person would still wait."""
    for _ in range(1200):
        if condition():
            return True
        time.sleep(0.05)
    return False


def answers(url: str) -> bool:
    """Return whether a server at ``url`` accepts connections."""
    try:
        psycopg.connect(url).close()
    except psycopg.OperationalError:
        return False
    return True
