"""Runners in processes of their own, as the one who ends them has them."""

from __future__ import annotations

import json
import os
import pickle
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any, Final, Self

from fluxc.prove.faults.job import LENGTH, End

if TYPE_CHECKING:
    from types import TracebackType

    from fluxc.prove.faults.job import Job

PATIENCE: Final = 120.0
"""How many seconds anything may take before it counts as hanging."""


class Child:
    """A process that runs a job, then the next one; whoever has one waits for its end before it gives another."""

    def __init__(self) -> None:
        # -P: the folder in which somebody calls fluxc may hold files with the names of modules
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "fluxc.prove.faults.runner"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self._heard: dict[str, Any] = {"gone": 0}
        self._rest = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        for pipe in (self._in, self._out):
            pipe.close()
        self._process.kill()
        self._process.wait()

    def start(self, job: Job) -> None:
        """Run a job."""
        text = pickle.dumps(job)
        self._heard = {}
        self._tell(len(text).to_bytes(LENGTH) + text)

    @property
    def halted(self) -> bool:
        """Whether the run halts at its event."""
        return "at" in self._now()

    @property
    def gone(self) -> bool:
        """Whether the run has ended, and its process."""
        return "gone" in self._now()

    def go(self) -> None:
        """Have it go on where it halted."""
        if self._heard.pop("at", False):
            self._tell(b"\n")

    def kill(self) -> None:
        """End it as the system does, without a chance to do anything about it."""
        self._await("pid")
        if not self.gone:
            with suppress(ProcessLookupError):
                os.kill(self._heard["pid"], signal.SIGKILL)
            self._await("gone")

    def end(self) -> End:
        """Wait for its end and return that."""
        self._await("gone")
        if "end" in self._heard:
            return End(*self._heard["end"])
        if "gone" in self._heard:
            return End("gone", f"its process ended with status {self._heard['gone']}", clean=False)
        self.kill()
        return End("hangs", f"it did not end within {PATIENCE:.0f} s", clean=False)

    @property
    def _in(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _out(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout

    def _tell(self, text: bytes) -> None:
        with suppress(BrokenPipeError):  # what became of it is heard
            while text:
                text = text[self._in.write(text) :]

    def _now(self) -> dict[str, Any]:
        while self._listen(0):
            pass
        return self._heard

    def _await(self, word: str) -> None:
        """Wait until it says this, or that it is gone."""
        deadline = time.monotonic() + PATIENCE
        while not self._heard.keys() & {word, "gone"} and (left := deadline - time.monotonic()) > 0:
            self._listen(left)

    def _listen(self, seconds: float) -> bool:
        """Hear what it says, for so long at most; return whether it said anything."""
        if "gone" in self._heard or not select.select([self._out], [], [], seconds)[0]:
            return False
        text = os.read(self._out.fileno(), 65536)
        *lines, self._rest = (self._rest + text).split(b"\n")
        for line in lines:
            self._heard |= json.loads(line)
        if not text:
            self._heard["gone"] = self._process.wait()
        return True
