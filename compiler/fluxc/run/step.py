"""Running one step, again where locks were refused: its statements and its mark in the ledger in one transaction.

One that runs outside a transaction is marked before and behind, and cleaned up after where it is interrupted.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from fluxc.project.timeouts import UNSAID, Timeouts
from fluxc.run.apart import is_done, run_apart
from fluxc.run.event import Blocked, Event, OnEvent, Retrying, StepDone, StepStarted
from fluxc.run.execute import execute
from fluxc.run.failure import AGAIN, failed
from fluxc.run.timeouts import under

if TYPE_CHECKING:
    from collections.abc import Callable

    import psycopg

    from fluxc.history.migration import Apart, Step
    from fluxc.run.execute import ServerError
    from fluxc.run.lock import RunnerLock

    Again = Callable[[float, tuple[str, ...]], Event]
    Send = Callable[[Callable[[], None] | None], ServerError | None]

PAUSES: Final = (0.5, 1.0, 2.0, 4.0)
_COMMIT: Final = "commit;"
_LOOK_SECONDS: Final = 0.5


@dataclass(frozen=True, slots=True)
class Session:
    """What a run works with: the connection of the steps, the runner's lock, who listens.

    Where ``timeouts`` are said they hold in the place of those in the files.
    """

    connection: psycopg.Connection[Any]
    lock: RunnerLock
    on_event: OnEvent
    timeouts: Timeouts = UNSAID


@dataclass(frozen=True, slots=True)
class Job:
    """A step of a file, the statement that marks it in the ledger, and how it is called; ``steps`` is how many.

    One that runs outside a transaction is marked by ``starting`` before; ``begun`` tells that this was done once
    already, so that what it does may be there.
    """

    id: str
    name: str
    file: str
    direction: str
    step: Step
    steps: int
    mark: str
    starting: str = ""
    begun: bool = False


def run_step(session: Session, job: Job) -> float:
    """Apply a step and return its seconds; on failure nothing of it remains and OutsideError is raised."""
    job = replace(job, step=under(job.step, session.timeouts))
    session.on_event(StepStarted(job.id, job.name, job.direction, job.step.number, job.steps))
    began = time.monotonic()

    def again(pause: float, blockers: tuple[str, ...]) -> Retrying:
        return Retrying(job.id, job.name, job.step.number, pause, blockers)

    if job.step.apart:
        error, blockers = _apart(session, job, job.step.apart, again)
    else:
        text = f"{job.step.text.removesuffix(_COMMIT)}{job.mark}\n{_COMMIT}"
        error, blockers = insist(session, lambda: text, again)
    if error is not None:
        raise failed(job.name, job.file, job.step, error, blockers)
    seconds = time.monotonic() - began
    session.on_event(StepDone(job.id, job.name, job.direction, job.step.number, job.steps, seconds))
    return seconds


def _apart(session: Session, job: Job, apart: Apart, again: Again) -> tuple[ServerError | None, tuple[str, ...]]:
    """Run a step outside a transaction, marked before and behind; return the last error and who held the locks.

    What is there though no run has begun with it is somebody else's: the server says that it is in the way, and nothing
    is marked, so that no way back takes it for ours.
    """
    session.lock.verify()
    there = is_done(session.connection, apart)
    if not (there and job.begun):
        theirs = there and bool(apart.cleanup)
        if not theirs:
            session.connection.execute(job.starting.encode())
        told = _telling(session, job)
        error, blockers = _insist(session, lambda _: run_apart(session.connection, job.step, apart, told), again)
        if error is not None:
            return error, blockers
        if theirs:
            session.connection.execute(job.starting.encode())
    session.connection.execute(job.mark.encode())
    return None, ()


def _telling(session: Session, job: Job) -> Callable[[], None]:
    """Return what tells, while a step waits, for whom, whenever that is somebody else."""
    pid, last, known = session.connection.info.backend_pid, time.monotonic(), tuple[str, ...]()

    def tick() -> None:
        nonlocal last, known
        if time.monotonic() < last + _LOOK_SECONDS:
            return
        blockers, last = session.lock.blockers(pid), time.monotonic()
        if blockers and blockers != known:
            session.on_event(Blocked(job.id, job.name, job.step.number, blockers))
        known = blockers

    return tick


def insist(session: Session, text: Callable[[], str], again: Again) -> tuple[ServerError | None, tuple[str, ...]]:
    """Send what ``text`` gives, several times where locks are refused; return the last error and who held the locks.

    Each time before the next one the event is told that ``again`` makes of a pause and of who blocked.
    """
    return _insist(session, lambda tick: execute(session.connection, text(), tick), again)


def _insist(session: Session, send: Send, again: Again) -> tuple[ServerError | None, tuple[str, ...]]:
    turn = 0
    blockers: tuple[str, ...] = ()
    while True:
        session.lock.verify()
        error, blockers = _attempt(session, send, blockers, watched=turn > 0)
        if error is None or error.sqlstate not in AGAIN or turn == len(PAUSES):
            return error, blockers
        pause = PAUSES[turn] * random.uniform(0.5, 1.5)  # noqa: S311  # jitter, no secret
        session.on_event(again(pause, blockers))
        time.sleep(pause)
        turn += 1


def _attempt(
    session: Session, send: Send, blockers: tuple[str, ...], *, watched: bool
) -> tuple[ServerError | None, tuple[str, ...]]:
    """Send a step once; from the second time on, find out who blocks it while it waits."""
    seen = [blockers]
    pid = session.connection.info.backend_pid

    def watch() -> None:
        seen[0] = session.lock.blockers(pid) or seen[0]

    error = send(watch if watched else None)
    if error is not None and not session.connection.closed:
        session.connection.rollback()
    return error, seen[0]


def pace(connection: psycopg.Connection[Any], pause: float) -> None:
    """Have steps of this session that fill rows wait so many seconds after each portion."""
    if pause > 0:
        connection.execute("select pg_catalog.set_config('fluxc.pause', %s, false)", [str(pause)])
