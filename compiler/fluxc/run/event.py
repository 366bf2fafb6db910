"""What happens while migrations run, told to whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """A migration that was applied or taken back, whole, and how long that took."""

    id: str
    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class StepStarted:
    """A step is sent; ``direction`` is ``up`` or ``down``."""

    id: str
    name: str
    direction: str
    step: int
    steps: int


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step is committed."""

    id: str
    name: str
    direction: str
    step: int
    steps: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Retrying:
    """A step could not get its locks; it is sent again after ``pause`` seconds."""

    id: str
    name: str
    step: int
    pause: float
    blockers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blocked:
    """A step that holds nobody up waits until transactions of ``blockers`` are over."""

    id: str
    name: str
    step: int
    blockers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Another runner is at work; ``holder`` says who."""

    holder: str


@dataclass(frozen=True, slots=True)
class Applied:
    """A migration is applied whole."""

    done: Done


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A migration is taken back whole."""

    done: Done


@dataclass(frozen=True, slots=True)
class Held:
    """What is to be done to ``what`` could not get its locks; it is tried again after ``pause`` seconds."""

    what: str
    pause: float
    blockers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartitionDone:
    """A partition of a table was ``created``, ``detached`` or ``dropped``, as ``done`` says."""

    done: str
    partition: str
    table: str


Event = StepStarted | StepDone | Retrying | Blocked | Waiting | Applied | TakenBack | Held | PartitionDone
OnEvent = Callable[[Event], None]


def unheard(event: Event) -> None:
    """Take an event and tell nobody."""
    del event
