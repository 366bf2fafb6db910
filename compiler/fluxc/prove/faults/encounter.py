"""What a runner meets on its way: others like it, and sessions that hold what it needs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from fluxc.prove.faults.child import PATIENCE
from fluxc.prove.faults.fault import again
from fluxc.prove.faults.hold import LOCK, Hold
from fluxc.prove.faults.traffic import Traffic
from fluxc.run.event import Blocked, Retrying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.prove.faults.bench import Bench
    from fluxc.prove.faults.child import Child
    from fluxc.prove.faults.course import Course
    from fluxc.prove.faults.place import Place
    from fluxc.run.event import Event

_SOON: Final = 100
"""How many milliseconds a run waits for a lock, where it is the point that it does not get it."""


class Encounter(StrEnum):
    """What a run meets."""

    SECOND = "beside a second run"
    LOST = "robbed of its lock"
    HELD = "behind a long transaction"
    BUSY = "among readers"


def met(bench: Bench, child: Child, course: Course, place: Place) -> Iterator[tuple[Encounter, Iterator[str]]]:
    """Yield everything that a run can meet in a database, and what is wrong then."""
    yield Encounter.SECOND, _second(bench, child, course, place, lost=False)
    yield Encounter.LOST, _second(bench, child, course, place, lost=True)
    if bench.has_tables:
        yield Encounter.HELD, _held(bench, course)
        yield Encounter.BUSY, _busy(bench, child, course, place)


def _second(bench: Bench, child: Child, course: Course, place: Place, *, lost: bool) -> Iterator[str]:
    """Start a second run while one is at a place; the first may have ``lost`` its lock. Yield what is wrong then."""
    with bench.copy(course) as url, Hold(url, within=place.within) as hold:
        try:
            if missed := hold.begun(child, bench.job(url, course, place)):
                yield missed
                return
            if lost:
                hold.cut_off(LOCK)
            yield from again(bench, hold, url, course)
            end = child.end()
            if not end.clean or (end.code and not lost):
                yield f"the first run raised {end.words}"
        finally:
            child.kill()


def _held(bench: Bench, course: Course) -> Iterator[str]:
    """Have a session read every table until it is in the way of the run; yield what is wrong then."""
    history = course.impatient(bench.history, _SOON)
    with bench.copy(course) as url, Traffic(url) as traffic:
        traffic.read(traffic.tables())

        def hear(event: Event) -> None:
            if isinstance(event, Retrying | Blocked):
                traffic.end()

        failure = bench.failure(bench.job(url, course)._replace(history=history), hear)
        if failure is not None:
            yield f"the run fails: {failure}"
        else:
            yield from bench.differences(url, course)


def _busy(bench: Bench, child: Child, course: Course, place: Place) -> Iterator[str]:
    """Have a session that reads what the run has not locked at a place want the rest too; yield what is wrong then.

    Where the run goes on to lock what that reads, each waits for the other.
    """
    with bench.copy(course) as url, Hold(url, within=place.within) as hold, Traffic(url) as traffic:
        try:
            if missed := hold.begun(child, bench.job(url, course, place)):
                yield missed
                return
            if busy := traffic.read(traffic.tables()):
                traffic.want(busy)
            else:
                traffic.end()
            hold.release()
            end = child.end()
            if end.code:
                yield f"the run raised {end.words}"
            elif busy and not traffic.done(PATIENCE):
                yield "a session that reads the tables does not come to its end"
            else:
                yield from bench.differences(url, course)
        finally:
            child.kill()
