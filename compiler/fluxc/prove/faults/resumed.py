"""A migration whose runner is ended, at one place after another, and meets what is in its way."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from fluxc.diagnostics import Diagnostic, Span
from fluxc.prove.faults.bench import Bench
from fluxc.prove.faults.child import Child
from fluxc.prove.faults.course import Course
from fluxc.prove.faults.encounter import Encounter, met
from fluxc.prove.faults.fault import Fault, faults_on, suffered
from fluxc.prove.faults.place import middle, sampled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from fluxc.history.migration import History, Migration
    from fluxc.server.borrowed import Borrowed
    from fluxc.server.scratch import Scratch

PLACES: Final = 8
"""At how many places of a migration runs are ended at most."""
PLACES_BACK: Final = 4
"""At how many places of its way back."""
_NAMED: Final = 5
_CURE: Final = (
    "have each step leave nothing behind where it is rolled back; where it leaves nothing, "
    "report it as a fault of fluxc, with both files"
)


class Taken(NamedTuple):
    """At how many places out of all a run was ended."""

    places: int
    of: int

    def __str__(self) -> str:
        """Return it in words."""
        return f"{self.places} of {self.of} {'place' if self.of == 1 else 'places'}"


class Resumed(NamedTuple):
    """At which places runs were ended, there and ``back``, by what, what they met beside, and what was wrong."""

    there: Taken
    back: Taken | None
    faults: tuple[Fault, ...]
    encounters: tuple[Encounter, ...]
    findings: tuple[Diagnostic, ...] = ()

    @property
    def words(self) -> tuple[str, str]:
        """How and where runs were ended, and what they met."""
        back = f", and at {self.back} of the way back" if self.back else ""
        return f"{', '.join(self.faults)} at {self.there}{back}", ", ".join(self.encounters)

    @property
    def restarted(self) -> bool:
        """Whether the server was restarted."""
        return Fault.RESTART in self.faults


class Faults:
    """Takes migrations in their order, each to be applied and taken back by runs that are ended, and started again.

    That is done at so many of the places of a migration at ``most``, and of those of its way back, at least at two.
    """

    def __init__(self, server: Scratch | Borrowed, history: History, most: int, most_back: int) -> None:
        self._bench = Bench(server, history)
        self._child = Child()
        self._most = most
        self._most_back = most_back

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.__exit__(kind, error, trace)

    def resumed(self, migration: Migration) -> Resumed:
        """End runs of a migration, there and back, at places spread over it; raises what an undisturbed run raises."""
        self._bench.turn_to(migration)
        there, back = Course.there(migration), Course.and_back(migration)
        encounters: list[Encounter] = []

        def tried() -> Iterator[Diagnostic]:
            yield from self._ended(there, self._most)
            at = middle(there.places())
            for encounter, wrong in met(self._bench, self._child, there, at):
                encounters.append(encounter)
                yield from _told(there, f"{encounter} {at.words}", at.line, wrong)
            yield from self._ended(back, self._most_back)

        findings = tuple(islice(tried(), _NAMED))
        taken_back = _taken(back, self._most_back) if migration.down.steps else None
        faults = faults_on(self._bench.server)
        return Resumed(_taken(there, self._most), taken_back, faults, tuple(encounters), findings)

    def _ended(self, course: Course, most: int) -> Iterator[Diagnostic]:
        for place in sampled(course.places(), most):
            for fault in faults_on(self._bench.server):
                wrong = suffered(self._bench, self._child, course, place, fault)
                yield from _told(course, f"{fault} {place.words}", place.line, wrong)


def _taken(course: Course, most: int) -> Taken:
    every = course.places()
    return Taken(len(sampled(every, most)), len(every))


def _told(course: Course, how: str, line: int, wrong: Iterator[str]) -> Iterator[Diagnostic]:
    """Yield the first of what is wrong."""
    for what in islice(wrong, 1):
        yield Diagnostic("not-resumable", f"{course.name}, {how}: {what}", Span(course.file, line), _CURE)
