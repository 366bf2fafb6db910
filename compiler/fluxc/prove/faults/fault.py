"""What is done to a runner, one after the other, and what comes of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from fluxc.prove.faults.hold import LOCK, PASSED, STEPS, Hold
from fluxc.run.event import StepStarted
from fluxc.server.scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.prove.faults.bench import Bench
    from fluxc.prove.faults.child import Child
    from fluxc.prove.faults.course import Course
    from fluxc.prove.faults.place import Place
    from fluxc.run.event import Event


class Fault(StrEnum):
    """How a runner is ended."""

    KILL = "killed"
    """Its process, as kill -9 does; the server may be in the midst of a step."""
    CUT = "cut off"
    """Its connections to the server."""
    RESTART = "with the server restarted"
    """The server, without a shutdown."""


def faults_on(server: object) -> tuple[Fault, ...]:
    """Return what can be done there: a server that somebody lends is not restarted."""
    return tuple(Fault) if isinstance(server, Scratch) else (Fault.KILL, Fault.CUT)


def suffered(bench: Bench, child: Child, course: Course, place: Place, fault: Fault) -> Iterator[str]:
    """End a run at a place and start it again; yield what is wrong then."""
    with bench.copy(course) as url, Hold(url, within=place.within) as hold:
        try:
            if missed := hold.begun(child, bench.job(url, course, place)):
                if missed != PASSED or not course.may_pass(place):
                    yield missed
                return
            yield from _ended(bench, child, hold, fault)
            yield from again(bench, hold, url, course)
        finally:
            child.kill()


def _ended(bench: Bench, child: Child, hold: Hold, fault: Fault) -> Iterator[str]:
    """Do it; yield what is wrong with the end of the run."""
    if fault is Fault.KILL:
        child.kill()
        return
    if fault is Fault.CUT:
        hold.cut_off(*STEPS, LOCK)
    elif isinstance(bench.server, Scratch):
        bench.server.restart()
        hold.release()
    child.go()
    end = child.end()
    if not end.clean:
        yield f"the run that was ended raised {end.words}"


def again(bench: Bench, hold: Hold, url: str, course: Course) -> Iterator[str]:
    """Run it again to its end, and let a step that is held go on as soon as that waits; yield what is wrong."""
    early = False

    def hear(event: Event) -> None:
        nonlocal early
        early = early or (isinstance(event, StepStarted) and hold.holds)
        hold.release()

    failure = bench.failure(bench.job(url, course), hear)
    if early:
        yield "the next run does not wait for the step that the server is still at work on"
    if failure is not None:
        yield f"the next run fails: {failure}"
    else:
        yield from bench.differences(url, course)
