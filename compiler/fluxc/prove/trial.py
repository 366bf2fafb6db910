"""One migration on its way there, back, and there again, without rows and with them."""

from __future__ import annotations

import re
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.diagnostics import Diagnostic, Severity, Span
from fluxc.history.migration import Label
from fluxc.inspect import Outside, qualified
from fluxc.prove.offending import offending
from fluxc.prove.order import misplaced
from fluxc.prove.proof import NO_ROWS, Proof, Sample, Truth
from fluxc.prove.pulled import unpulled
from fluxc.prove.rows import back_again, kept_tables, lost, otherwise
from fluxc.run.execute import ServerError
from fluxc.run.failure import failed
from fluxc.sample import contents, fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from fluxc.history.migration import Migration, Step
    from fluxc.inspect import Catalogue, Difference
    from fluxc.prove.database import Database, Refused, Traced
    from fluxc.prove.rows import Name
    from fluxc.sample import Contents

    Expected = Callable[[], Catalogue | ServerError | None]

_ABOUT_ROLES: Final = re.compile(r"^-- [-+~>] role ", re.MULTILINE)
_NAMED: Final = 20
_ROWS: Final = 4
"""With the fourth, what is no key has values twice."""
_REPORT: Final = "correct what was edited by hand; where nothing was, report it as a fault of fluxc, with both files"


class After(NamedTuple):
    """The state behind a migration: its canonical lines, and what it leaves to the clock."""

    lines: Mapping[str, str]
    outside: Outside = Outside()


class Trial:
    """Tries a migration: ``bare`` has it applied and no rows, ``rows`` is at the state before and gets some."""

    def __init__(self, migration: Migration, before: After, after: After, bare: Database, rows: Database) -> None:
        self._migration = migration
        self._before = before
        self._after = after
        self._bare = bare
        self._there = rows
        self._kept = kept_tables(before.lines, after.lines, migration.delta)
        self._had: Mapping[Name, Contents] = {}
        self._sample = NO_ROWS
        self._costs: list[Traced] = []
        self._broken = False

    def proof(self, major: int, was: Catalogue, expected: Expected) -> Proof:
        """Return what holds; ``was`` is the catalogue before, ``expected`` gives that after as made from nothing."""
        found, state = self._bare.both(self._after.outside)
        truths: list[Truth] = []
        findings: list[Diagnostic] = []
        for truth, tried in self._tries(was, found, expected, partial(unpulled, state, major)):
            said = tuple(islice(tried, _NAMED))
            findings += said
            truths += [] if any(item.severity is Severity.ERROR for item in said) else truth
            if self._broken:
                break
        applied = not self._broken or self._there is not self._bare
        return Proof(
            self._migration,
            major,
            tuple(truths),
            tuple(findings),
            sample=self._sample,
            costs=tuple(self._costs),
            applied=applied,
        )

    def _tries(
        self, was: Catalogue, found: Catalogue, expected: Expected, pulled: Callable[[], Iterator[str]]
    ) -> Iterator[tuple[list[Truth], Iterator[Diagnostic]]]:
        """Yield what is tried, one after the other, with what is true where no error comes of it."""
        yield [Truth.UP], self._up(found, expected)
        yield [Truth.PULL], self._pull(pulled())
        if any(key.startswith("table ") for key in self._before.lines):
            yield self._with_rows()
        else:
            self._there = self._bare  # there is nothing that could hold rows, or be locked
        if self._migration.down.label is not Label.IMPOSSIBLE:
            yield [Truth.DOWN], self._down(was)
            yield [Truth.AGAIN], self._again(found)

    def _with_rows(self) -> tuple[list[Truth], Iterator[Diagnostic]]:
        """Apply the migration to tables with rows, and read what each of its statements costs."""
        self._fill()
        steps = self._migration.steps
        refused = self._go(steps)
        if refused is None:
            return [Truth.ROWS] if self._had else [], self._through(self._migration.name)
        said = self._without_rows(self._migration.file, refused)
        if self._go(_rest(steps, refused)) is not None:
            self._there = self._bare
        return [], iter([said])

    def _go(self, steps: Sequence[Step]) -> Refused | None:
        """Apply steps and read what they cost, but where they are about roles, which are the whole server's."""
        if _ABOUT_ROLES.search(self._migration.delta):
            return self._there.apply(steps)
        return self._there.trace(steps, self._costs)

    def _fill(self) -> None:
        """Put rows into the tables of the state before."""
        filled = fill(self._there.connection, rows=_ROWS)
        there = {name: rows for name, rows in filled.made.items() if rows}
        without = {qualified(*name): reason for name, reason in filled.unmade.items()}
        self._sample = Sample(sum(there.values()), len(there), without)
        self._had = contents(self._there.connection, there)

    def _without_rows(self, file: str, refused: Refused) -> Diagnostic:
        """Take the rows away that keep a step from running; return the warning, with one of them."""
        said = failure("fails-on-rows", self._migration, file, refused)._replace(severity=Severity.WARNING)
        row = offending(self._there, refused.error, self._after.lines)
        self._there.empty()
        self._had = {}
        return said._replace(message=f"{said.message}\nsuch a row: {row}") if row else said

    def _up(self, found: Catalogue, expected: Expected) -> Iterator[Diagnostic]:
        """Yield in what the migration leads elsewhere than to the state after, made from nothing."""
        name, span = self._migration.name, Span(self._migration.file, 1)
        for text in misplaced(found, self._after.lines):
            yield Diagnostic("wrong-up", f"{name}: {text}", span, _REPORT)
        wanted = expected()
        if isinstance(wanted, ServerError):
            message = f"{name}: the state after it cannot be made from nothing: {wanted.message}"
            yield Diagnostic("wrong-up", message, span, _REPORT)
        elif wanted is not None:
            yield from _told("wrong-up", span.file, name, self._bare.differences(wanted, found))

    def _pull(self, unpulled: Iterator[str]) -> Iterator[Diagnostic]:
        for text in unpulled:
            message = f"after {self._migration.name}, {text}"
            yield Diagnostic("not-pulled", message, Span(self._migration.file, 1), _REPORT)

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
            self._broken = True
            yield failure("wrong-down", self._migration, file, refused)
            return
        name, back = f"{self._migration.name}.down", self._there.catalogue(self._before.outside)
        for item in _told("wrong-down", file, name, self._there.differences(was, back)):
            self._broken = True  # what it leaves is no state to go on from
            yield item
        has = contents(self._there.connection, self._had)
        gone = otherwise(self._had, has) if label is Label.EXACT else lost(back_again(self._kept), self._had, has)
        for text in gone:
            message = f"{name} ({label}) does not give back its rows: {text}"
            yield Diagnostic("loses-rows", message, Span(file, 1), _REPORT)

    def _again(self, found: Catalogue) -> Iterator[Diagnostic]:
        """Yield in what the migration leads elsewhere when it is applied behind its way back."""
        file, name = self._migration.file, f"{self._migration.name} behind its way back"
        refused = self._there.apply(self._migration.steps)
        if refused is not None:
            self._broken = True
            yield failure("not-repeatable", self._migration, file, refused)
            return
        again = self._there.catalogue(self._after.outside)
        yield from _told("not-repeatable", file, name, self._there.differences(found, again))
        yield from self._through(name)


def _rest(steps: Sequence[Step], refused: Refused) -> Sequence[Step]:
    return steps[steps.index(refused.step) :]


def failure(code: str, migration: Migration, file: str, refused: Refused) -> Diagnostic:
    """Return what to say of a step that the server refused."""
    said = failed(migration.name, file, refused.step, refused.error).diagnostic
    return said._replace(code=code)


def _told(code: str, file: str, name: str, found: Iterable[Difference]) -> Iterator[Diagnostic]:
    for item in found:
        yield Diagnostic(code, f"{name}: {item.text}", Span(file, 1), _REPORT)
