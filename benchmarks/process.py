"""Whole processes, measured in turn: wall clock, processor time and peak memory by the kernel's own account."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


class FailedError(Exception):
    """A measured command that did not end with 0; the text says which and its last words."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: seconds of the clock, seconds of the processor, peak MiB of the largest process."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Contender:
    """A command that is measured, and what is done before each run, unmeasured."""

    name: str
    command: Sequence[str | Path]
    folder: Path
    prepare: Callable[[], None] = lambda: None
    env: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Measured:
    """All runs of one contender."""

    samples: tuple[Sample, ...]

    @property
    def wall(self) -> float:
        """Return the median of the wall clock in seconds."""
        return statistics.median(sample.wall for sample in self.samples)

    @property
    def cpu(self) -> float:
        """Return the median of the processor time in seconds."""
        return statistics.median(sample.cpu for sample in self.samples)

    @property
    def peak(self) -> float:
        """Return the median peak memory in MiB."""
        return statistics.median(sample.peak for sample in self.samples)

    def above(self, floor: Measured) -> Measured:
        """Return these runs less what the floor took in the same rounds."""
        pairs = zip(self.samples, floor.samples, strict=True)
        return Measured(
            tuple(Sample(one.wall - base.wall, one.cpu - base.cpu, one.peak - base.peak) for one, base in pairs)
        )

    def ratio(self, other: Measured) -> float:
        """Return the median over rounds of this wall clock to the other's of the same round."""
        pairs = zip(self.samples, other.samples, strict=True)
        return statistics.median(mine.wall / its.wall for mine, its in pairs)


def in_turn(contenders: Sequence[Contender], *, rounds: int, seconds: float) -> dict[str, Measured]:
    """Run each contender once unmeasured, then all of them round by round; name to what was measured.

    After ``seconds`` no round begins but the third.  Raises FailedError.
    """
    samples: dict[str, list[Sample]] = {contender.name: [] for contender in contenders}
    for contender in contenders:
        run(contender)
    began = time.monotonic()
    for done in range(rounds):
        if done >= 3 and time.monotonic() - began > seconds:
            break
        for contender in contenders:
            samples[contender.name].append(run(contender))
    return {name: Measured(tuple(each)) for name, each in samples.items()}


def run(contender: Contender) -> Sample:
    """Prepare and run a contender once; raises FailedError."""
    contender.prepare()
    with tempfile.TemporaryFile() as log:
        began = time.perf_counter()
        process = subprocess.Popen(
            contender.command,
            cwd=contender.folder,
            env={**environment(), **contender.env},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        # The kernel counts the parent's memory at the fork too: keep this program smaller than what it measures.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            said = log.read().decode(errors="replace")[-2000:]
            raise FailedError(f"{contender.name} ended with {process.returncode}: {said}")
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def environment() -> dict[str, str]:
    """Return the environment of a user's shell: bytecode is kept, no database is named, output is plain."""
    dropped = ("PYTHONDONTWRITEBYTECODE", "DATABASE_URL")
    return {name: value for name, value in os.environ.items() if name not in dropped} | {"NO_COLOR": "1"}
