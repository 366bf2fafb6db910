"""The places of a migration at which its runner can be ended, and how the server is held there.

The text of a step is sent as the runner sends it, with a statement put in that waits for a lock of ours: so the server
is between two statements of it, and the runner waits for an answer.  Within a statement that waits for transactions of
others, such as a concurrent index build, it is held by one.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.history.statements import statement_starts
from fluxc.run.lock import LOCK_CLASS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxc.history.migration import Step

HOLD: Final = 3
"""The number of the lock that holds a step, beside those of `fluxc.run.lock`."""
_COMMIT: Final = "commit;"
_WAITING: Final = re.compile(r"(?:create|drop)\s(?:unique\s)?index\sconcurrently\s", re.IGNORECASE)
_WAIT: Final = f"""declare was text := pg_catalog.current_setting('lock_timeout');
begin
  perform pg_catalog.set_config('lock_timeout', '0', true);
  perform pg_catalog.pg_advisory_xact_lock_shared({LOCK_CLASS}, {HOLD});
  perform pg_catalog.set_config('lock_timeout', was, true);"""
_HERE: Final = f"do language plpgsql $fluxc$\n{_WAIT}\nend $fluxc$;\n"
# Triggers that are deferred run when the transaction is committed. The function goes with the session, and the trigger
# with the function.
_IN_COMMIT: Final = f"""create function pg_temp.fluxc_hold() returns trigger language plpgsql as $fluxc$
{_WAIT}
  return null;
end $fluxc$;
create constraint trigger fluxc_hold after insert or delete on fluxc.migrations deferrable initially deferred
  for each row execute function pg_temp.fluxc_hold();
"""


class Place(NamedTuple):
    """A place in a run: where it hears of ``event``, else in ``step``, before the statement at ``offset`` of its text.

    At no offset it is in the commit, when the mark in the ledger is written. ``line`` is one of the file. One
    ``within`` a statement is where that waits for others.
    """

    step: int
    line: int
    words: str
    offset: int | None = None
    event: str | None = None
    within: bool = False

    @property
    def inside(self) -> bool:
        """Whether a step is at work then."""
        return self.event is None

    @property
    def halt(self) -> tuple[str, int] | None:
        """The event at which the runner is to halt, with its step; none where the server is held."""
        return (self.event, self.step) if self.event else None


def places(steps: Sequence[Step], last: str) -> tuple[Place, ...]:
    """Return every place in a run: around its steps, between statements, in commits; ``last`` is its last event."""
    found: list[Place] = []
    if not steps:
        return ()
    for step in steps:
        line, number = step.line, step.number
        found.append(Place(number, line, f"before step {number}", event="StepStarted"))
        for offset in boundaries(step):
            there = line + step.text.count("\n", 0, offset)
            found.append(Place(number, there, f"in step {number}, before line {there}", offset))
            if step.apart and _WAITING.match(step.text, offset):
                words = f"in step {number}, while line {there} waits for others"
                found.append(Place(number, there, words, offset, within=True))
        if not step.apart:
            found.append(Place(number, _end(step), f"in the commit of step {number}"))
    return (*found, Place(0, _end(steps[-1]), "behind the last step", event=last))


def _end(step: Step) -> int:
    return step.line + step.text.count("\n")


def sampled(found: Sequence[Place], most: int) -> tuple[Place, ...]:
    """Return at most so many places: the first, the last, and others spread between them."""
    if len(found) <= most:
        return tuple(found)
    return tuple(found[round(number * (len(found) - 1) / (most - 1))] for number in range(most))


def middle(found: Sequence[Place]) -> Place:
    """Return the place in the middle of the step that has the most."""
    most = Counter(place.step for place in found if place.inside).most_common(1)[0][0]
    there = [place for place in found if place.inside and place.step == most]
    return there[(len(there) - 1) // 2]


def held(step: Step, place: Place) -> str:
    """Return the text of a step that is held at a place between its statements, or in its commit."""
    if place.within:
        return step.text
    if place.offset is None:
        return f"{step.text.removesuffix(_COMMIT)}{_IN_COMMIT}{_COMMIT}"
    return f"{step.text[: place.offset]}{_HERE}{step.text[place.offset :]}"


def boundaries(step: Step) -> Iterator[int]:
    """Yield the offset of each statement of a step from the first that does something on, its commit too."""
    starts = statement_starts(step.text)
    begun = False
    for start in starts if step.apart else starts[1:]:
        begun = begun or step.text[start : start + 20].split()[0].lower() != "set"
        if begun:
            yield start
