"""A migration as runs take it, there or back, and the texts by which they are held on the way."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.history.verify import actual_checksum
from fluxc.prove.faults.place import boundaries, held, places
from fluxc.run.rollback import NOTHING
from fluxc.server.connect import connect

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.history.migration import History, Migration, Step
    from fluxc.prove.faults.place import Place

_CHECKSUM: Final = re.compile(r"^-- checksum: .*$", re.MULTILINE)
_KEEP: Final = "update fluxc.migrations set down = %s where id = %s and step = 1"


class Course(NamedTuple):
    """A migration, or its way ``back``, by which a run comes to the migration ``to``."""

    migration: Migration
    to: str
    back: bool = False

    @classmethod
    def there(cls, migration: Migration) -> Course:
        """Return the way there."""
        return cls(migration, migration.id)

    @classmethod
    def and_back(cls, migration: Migration) -> Course:
        """Return the way back."""
        return cls(migration, migration.parent or NOTHING, back=True)

    @property
    def name(self) -> str:
        """What it is called in a message."""
        return f"{self.migration.name}.down" if self.back else self.migration.name

    @property
    def file(self) -> str:
        """The file of its statements."""
        return self.migration.down_file if self.back else self.migration.file

    def places(self) -> tuple[Place, ...]:
        """Return the places in a run."""
        if self.back:
            return places(self.migration.down.steps, "TakenBack")
        return places(self.migration.steps, "Applied")

    def may_pass(self, place: Place) -> bool:
        """Return whether a run may leave out the step of a place, as a way back does where nothing is left to do."""
        return self.back and any(step.apart and step.number == place.step for step in self.migration.down.steps)

    def held(self, history: History, place: Place, url: str) -> History:
        """Return the history for a run in a database that is to be held at a place inside a step.

        A way back is that which the ledger of the database keeps, so it is changed there.
        """
        if self.back:
            with connect(url, application_name="fluxc prove") as connection:
                connection.execute(_KEEP, (self._held_down(place), self.migration.id))
            return history
        return _with(history, self.migration, place.step, lambda step: held(step, place))

    def impatient(self, history: History, milliseconds: int) -> History:
        """Return the history whose steps of the migration wait only so long for locks that hold others up."""

        def hurried(step: Step) -> str:
            at = next(boundaries(step))
            return f"{step.text[:at]}set local lock_timeout = {milliseconds};\n{step.text[at:]}"

        for step in (step for step in self.migration.steps if not step.apart):
            history = _with(history, self.migration, step.number, hurried)
        return history

    def _held_down(self, place: Place) -> str:
        down = self.migration.down
        step = next(step for step in down.steps if step.number == place.step)
        start = 0
        for _ in range(step.line - 1):
            start = down.text.index("\n", start) + 1
        text = f"{down.text[:start]}{held(step, place)}{down.text[start + len(step.text) :]}"
        return _CHECKSUM.sub(f"-- checksum: {actual_checksum(text)}", text, count=1)


def _with(history: History, migration: Migration, number: int, change: Callable[[Step], str]) -> History:
    """Return the history with another text of one step; the rest, checksums too, is as the files say."""
    items = list(history.migrations)
    at = next(at for at, item in enumerate(items) if item.id == migration.id)
    steps = [step._replace(text=change(step)) if step.number == number else step for step in items[at].steps]
    items[at] = replace(items[at], steps=tuple(steps))
    return history._replace(migrations=tuple(items))
