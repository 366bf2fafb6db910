"""The proof of migrations, one after the other, on a throw-away server."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from fluxc.diagnostics import Diagnostic, Span
from fluxc.history.migration import Label
from fluxc.inspect import Outside
from fluxc.prove.database import Database
from fluxc.prove.nothing import from_nothing, is_alike
from fluxc.prove.order import misplaced
from fluxc.prove.proof import Proof, Truth
from fluxc.prove.pulled import unpulled
from fluxc.run.failure import failed
from fluxc.server.lacks import ELSEWHERE, cure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from types import TracebackType

    from jinja2 import Environment

    from fluxc.history.migration import Migration
    from fluxc.inspect import Catalogue, Difference
    from fluxc.prove.database import Refused
    from fluxc.server.scratch import Scratch

_NAMED: Final = 20
_CHAIN: Final = "chain"
_FRESH: Final = "from_nothing"
_HERE: Final = "prove it on a server that has it: point FLUXC_PG_HOME at an installation"
_REPORT: Final = "correct what was edited by hand; where nothing was, report it as a fault of fluxc, with both files"


class After(NamedTuple):
    """The state behind a migration: its canonical lines, and what it leaves to the clock."""

    lines: Mapping[str, str]
    outside: Outside = Outside()


class Prover:
    """Takes the migrations of a history in their order, each to be proved or only to be applied."""

    def __init__(self, server: Scratch, environment: Environment) -> None:
        self._server = server
        self._environment = environment
        self._major = server.engine.major
        self._open = ExitStack()
        self._chain = self._open.enter_context(self._empty(_CHAIN))
        self._before: Catalogue | None = None
        self._outside = Outside()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def follow(self, migration: Migration, after: After) -> Proof | None:
        """Apply a migration without a proof; return why it cannot be, where it cannot."""
        refused = self._chain.apply(migration.steps)
        self._before, self._outside = None, after.outside
        return self._refused(migration, refused) if refused else None

    def prove(self, migration: Migration, after: After) -> Proof:
        """Prove a migration and leave it applied."""
        before = self._before or self._chain.catalogue(self._outside)
        refused = self._chain.apply(migration.steps)
        if refused is not None:
            return self._refused(migration, refused)
        found = self._chain.catalogue(after.outside)
        proof = self._proved(migration, before, found, after)
        self._before, self._outside = found, after.outside
        return proof

    def _proved(self, migration: Migration, before: Catalogue, found: Catalogue, after: After) -> Proof:
        truths: list[Truth] = []
        findings: list[Diagnostic] = []
        applied = True
        for truth, tried in (
            (Truth.UP, self._up(migration, found, after)),
            (Truth.PULL, self._pull(migration, after)),
            (Truth.DOWN, self._down(migration, before)),
            (Truth.AGAIN, self._again(migration, found, after)),
        ):
            if migration.down.label is Label.IMPOSSIBLE and truth in {Truth.DOWN, Truth.AGAIN}:
                continue
            wrong = tuple(islice(tried, _NAMED))
            findings += wrong
            truths += [] if wrong else [truth]
            if wrong and truth in {Truth.DOWN, Truth.AGAIN}:
                applied = False  # what they leave is no state to go on from
                break
        return Proof(migration, self._major, tuple(truths), tuple(findings), applied=applied)

    def _up(self, migration: Migration, found: Catalogue, after: After) -> Iterator[Diagnostic]:
        """Yield in what the migration leads elsewhere than to the state after, made from nothing."""
        for text in misplaced(found, after.lines):
            yield Diagnostic("wrong-up", f"{migration.name}: {text}", Span(migration.file, 1), _REPORT)
        text = from_nothing(after.lines, migration.target, self._environment)
        if migration.parent is None and is_alike(text, migration.checksum):
            return
        with self._empty(_FRESH) as fresh:
            error = fresh.run(text)
            if error is not None:
                message = f"{migration.name}: the state after it cannot be made from nothing: {error.message}"
                yield Diagnostic("wrong-up", message, Span(migration.file, 1), _REPORT)
                return
            expected = fresh.catalogue(after.outside)
        yield from _told("wrong-up", migration.file, migration.name, self._chain.differences(expected, found))

    def _empty(self, name: str) -> Database:
        self._server.drop(name)
        return Database(self._server.create(name))

    def _pull(self, migration: Migration, after: After) -> Iterator[Diagnostic]:
        for text in unpulled(self._chain, after.outside):
            message = f"after {migration.name}, {text}"
            yield Diagnostic("not-pulled", message, Span(migration.file, 1), _REPORT)

    def _down(self, migration: Migration, before: Catalogue) -> Iterator[Diagnostic]:
        """Yield in what the way back leads elsewhere than to the state before."""
        refused = self._chain.apply(migration.down.steps)
        if refused is not None:
            yield _failure("wrong-down", migration, migration.down_file, refused)
            return
        back = self._chain.catalogue(self._outside)
        name = f"{migration.name}.down"
        yield from _told("wrong-down", migration.down_file, name, self._chain.differences(before, back))

    def _again(self, migration: Migration, found: Catalogue, after: After) -> Iterator[Diagnostic]:
        refused = self._chain.apply(migration.steps)
        if refused is not None:
            yield _failure("not-repeatable", migration, migration.file, refused)
            return
        again = self._chain.catalogue(after.outside)
        name = f"{migration.name} behind its way back"
        yield from _told("not-repeatable", migration.file, name, self._chain.differences(found, again))

    def _refused(self, migration: Migration, refused: Refused) -> Proof:
        said = _failure("wrong-up", migration, migration.file, refused)
        lacking = cure(refused.error.message)
        if not lacking:
            return Proof(migration, self._major, findings=(said,), applied=False)
        help_text = lacking.replace(ELSEWHERE, _HERE)
        return Proof(migration, self._major, lacking=said._replace(code="not-proved", help=help_text), applied=False)


def _failure(code: str, migration: Migration, file: str, refused: Refused) -> Diagnostic:
    said = failed(migration.name, file, refused.step, refused.error).diagnostic
    return said._replace(code=code)


def _told(code: str, file: str, name: str, found: Iterable[Difference]) -> Iterator[Diagnostic]:
    for item in found:
        yield Diagnostic(code, f"{name}: {item.text}", Span(file, 1), _REPORT)
