"""One migration on its way there, back, and there again, without rows and with them."""

from __future__ import annotations

from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.diagnostics import Diagnostic, Severity, Span
from fluxc.history.migration import Label
from fluxc.inspect import qualified
from fluxc.model.names import qualified as spelled
from fluxc.prove.offending import offending
from fluxc.prove.order import misplaced
from fluxc.prove.proof import ABOUT_ROLES, NO_ROWS, Sample, Truth
from fluxc.prove.rows import back_again, kept_tables, lost, otherwise
from fluxc.prove.sizes import ROWS, more_rows
from fluxc.prove.touched import touched
from fluxc.run.execute import ServerError
from fluxc.run.failure import failed
from fluxc.sample import contents, fill
from fluxc.trace.cost import Mode
from fluxc.trace.measured import joined

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from fluxc.history.migration import Migration, Step
    from fluxc.inspect import Catalogue, Difference
    from fluxc.prove.database import Database, Refused
    from fluxc.prove.nothing import After, Made
    from fluxc.prove.rows import Name
    from fluxc.prove.touched import Print
    from fluxc.sample import Contents
    from fluxc.trace.measured import Measured, Run

_NAMED: Final = 20
_WRITING: Final = frozenset({Mode.ROW_EXCLUSIVE, Mode.ACCESS_EXCLUSIVE})
_ON_ROWS: Final = "see that there are none where it is applied, or say in the schema what becomes of them"
_REPORT: Final = "correct what was edited by hand; where nothing was, report it as a fault of fluxc, with both files"


class BeyondError(Exception):
    """A migration touches more than the portion that is looked at."""


class Look(NamedTuple):
    """The relations that are looked at, and the prints of all as they are without the migration."""

    only: frozenset[Name]
    prints: Mapping[Name, Print]


class Tried(NamedTuple):
    """What was tried: what is true where no error is among what was found."""

    truths: list[Truth]
    findings: list[Diagnostic]


class Trial:
    """Tries a migration in a database without rows that is at the state before.

    ``bare`` is another one, to which it was applied already: the one to go on with where it cannot be applied beside
    rows. Where there are ``names`` no other tables get rows.
    """

    def __init__(
        self,
        migration: Migration,
        before: After,
        after: After,
        there: Database,
        bare: Database | None,
        names: Collection[Name] | None = None,
    ) -> None:
        self._migration = migration
        self._before = before
        self._after = after
        self._there = there
        self._bare = bare
        self._names = names
        self._look: Look | None = None
        self._kept = kept_tables(before.lines, after.lines, migration, names)
        self._had: Mapping[Name, Contents] = {}
        self._first: list[Run] = []
        self._second: list[Run] | None = None
        self._more: Mapping[str, int] = {}
        self._intact = True
        self.broken = False
        self.sample = NO_ROWS

    @property
    def costs(self) -> tuple[Measured, ...]:
        """What each statement costs, and how that grows where the migration was applied to more rows as well."""
        return tuple(joined(self._first, self._second, self._more))

    def fill(self) -> None:
        """Put rows into the tables of the state before."""
        filled = fill(self._there.connection, rows=ROWS, tables=self._names)
        there = {name: rows for name, rows in filled.made.items() if rows}
        without = {qualified(*name): reason for name, reason in filled.unmade.items()}
        self.sample = Sample(sum(there.values()), len(there), without)
        self._had = contents(self._there.connection, there)

    def up(self) -> Tried:
        """Apply the migration to tables with rows, and read what each of its statements costs.

        Raises BeyondError where other tables are written, or where it cannot be applied and nothing is there instead.
        """
        steps = self._migration.steps
        refused = self._go(steps, self._first)
        if refused is None:
            said = list(islice(self._through(self._migration.name), _NAMED))
            return Tried([Truth.ROWS] if self._had else [], said)
        warning = self._without_rows(self._migration.file, refused)
        if self._go(_rest(steps, refused), self._first) is not None:
            if self._bare is None:
                raise BeyondError
            self._there = self._bare
        return Tried([], [warning])

    def back(self, was: Catalogue, found: Catalogue, look: Look | None = None) -> Iterator[Tried]:
        """Go back from the state ``found`` to the one that ``was``, and up again, and yield what came of it.

        Raises BeyondError where more is touched than is looked at.
        """
        self._look = look
        if self._migration.down.label is not Label.IMPOSSIBLE:
            yield Tried([Truth.DOWN], list(islice(self._down(was), _NAMED)))
            if not self.broken:
                yield Tried([Truth.AGAIN], list(islice(self._again(found), _NAMED)))

    def _go(self, steps: Sequence[Step], costs: list[Run]) -> Refused | None:
        """Apply steps and read what they cost, but where they are about roles, which are the whole server's."""
        if ABOUT_ROLES.search(self._migration.delta):
            return self._there.apply(steps)
        refused = self._there.trace(steps, costs)
        if self._names is not None:
            with_rows = {spelled(*name) for name in self._names}
            locks = (lock for run in costs for lock in run.cost.locks)
            if any(lock.kind == "table" and lock.mode in _WRITING and lock.name not in with_rows for lock in locks):
                raise BeyondError
        return refused

    def _without_rows(self, file: str, refused: Refused) -> Diagnostic:
        """Take the rows away that keep a step from running; return the warning, with one of them."""
        row, error = offending(self._there, refused, self._after.lines), refused.error
        self._there.empty(self._names)
        self._had = {}
        more = [f"{word}: {text}" for word, text in (("detail", error.detail), ("such a row", row)) if text]
        step = f"step {refused.step.number} of {PurePosixPath(file).stem}"
        message = f"{step} fails where the rows are like the sample's: {error.message}"
        span = failure("fails-on-rows", self._migration, file, refused).span
        return Diagnostic("fails-on-rows", "\n".join((message, *more)), span, _ON_ROWS, Severity.WARNING)

    def made(self, found: Catalogue, made: Made, expected: Catalogue | None) -> Iterator[Tried]:
        """Hold what was ``found`` behind the migration against the state after, ``made`` from nothing."""
        yield Tried([Truth.UP], list(islice(self._elsewhere(found, made, expected), _NAMED)))
        name, span = self._migration.name, Span(self._migration.file, 1)
        said = (Diagnostic("not-pulled", f"after {name}, {text}", span, _REPORT) for text in made.unpulled)
        yield Tried([Truth.PULL], list(islice(said, _NAMED)))

    def _elsewhere(self, found: Catalogue, made: Made, expected: Catalogue | None) -> Iterator[Diagnostic]:
        name, span = self._migration.name, Span(self._migration.file, 1)
        for text in misplaced(found, self._after.lines):
            yield Diagnostic("wrong-up", f"{name}: {text}", span, _REPORT)
        if isinstance(made.catalogue, ServerError):
            message = f"{name}: the state after it cannot be made from nothing: {made.catalogue.message}"
            yield Diagnostic("wrong-up", message, span, _REPORT)
        elif expected is not None:
            there = self._bare or self._there
            yield from _told("wrong-up", span.file, name, there.differences(expected, found))

    def _through(self, name: str) -> Iterator[Diagnostic]:
        """Yield which rows the migration, called ``name``, has lost or changed."""
        has = contents(self._there.connection, [stays.name for stays in self._kept.values()])
        for text in lost(self._kept, self._had, has):
            message = f"{name} does not keep its rows: {text}"
            yield Diagnostic("loses-rows", message, Span(self._migration.file, 1), _REPORT)

    def _down(self, was: Catalogue) -> Iterator[Diagnostic]:
        """Yield in what the way back leads elsewhere than to the state before, and which rows it does not give back."""
        file, label = self._migration.down_file, self._migration.down.label
        refused = self._there.apply(self._migration.down.steps)
        if refused is not None and self._had and label is not Label.EXACT:
            yield self._without_rows(file, refused)
            refused = self._there.apply(_rest(self._migration.down.steps, refused))
        if refused is not None:
            self.broken = True
            yield failure("wrong-down", self._migration, file, refused)
            return
        name, back = f"{self._migration.name}.down", self._seen(self._before)
        for item in _told("wrong-down", file, name, self._there.differences(was, back)):
            self.broken = True  # what it leaves is no state to go on from
            yield item
        has = contents(self._there.connection, self._had)
        gone = otherwise(self._had, has) if label is Label.EXACT else lost(back_again(self._kept), self._had, has)
        for text in gone:
            self._intact = False
            message = f"{name} ({label}) does not give back its rows: {text}"
            yield Diagnostic("loses-rows", message, Span(file, 1), _REPORT)

    def _again(self, found: Catalogue) -> Iterator[Diagnostic]:
        """Yield in what the migration leads elsewhere when it is applied behind its way back."""
        file, name = self._migration.file, f"{self._migration.name} behind its way back"
        refused = self._once_more()
        if refused is not None and self._more:
            warning = self._without_rows(file, refused)
            refused = self._there.apply(_rest(self._migration.steps, refused))
            yield from () if refused else (warning,)
        if refused is not None:
            self.broken = True
            yield failure("not-repeatable", self._migration, file, refused)
            return
        yield from _told("not-repeatable", file, name, self._there.differences(found, self._seen(self._after)))
        yield from self._through(name)

    def _once_more(self) -> Refused | None:
        """Apply the migration again, to more rows where it was applied to some, and read what that costs."""
        steps = self._migration.steps
        if not (self._had and self._first and self._intact):
            return self._there.apply(steps)
        self._had, self._more = more_rows(self._there.connection, self._first, self._had, self._names)
        again: list[Run] = []
        # Where an index finds the rows, a large table is not scanned for them.
        self._there.connection.execute("set enable_seqscan = off")
        refused = self._go(steps, again)
        self._there.connection.execute("reset enable_seqscan")
        self._second = again if refused is None else None
        return refused

    def _seen(self, where: After) -> Catalogue:
        """Return what the database holds now of what is looked at; raises BeyondError where more was touched."""
        if self._look is None:
            return self._there.catalogue(where.outside)
        if not touched(self._look.prints, self._there.prints()) <= self._look.only:
            raise BeyondError
        return self._there.catalogue(where.outside, self._look.only)


def _rest(steps: Sequence[Step], refused: Refused) -> Sequence[Step]:
    return steps[steps.index(refused.step) :]


def failure(code: str, migration: Migration, file: str, refused: Refused) -> Diagnostic:
    """Return what to say of a step that the server refused."""
    said = failed(migration.name, file, refused.step, refused.error).diagnostic
    return said._replace(code=code)


def _told(code: str, file: str, name: str, found: Iterable[Difference]) -> Iterator[Diagnostic]:
    for item in found:
        yield Diagnostic(code, f"{name}: {item.text}", Span(file, 1), _REPORT)
