"""The proof of migrations, one after the other, on a throw-away server."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final, Self

from fluxc.diagnostics import Severity
from fluxc.prove.bases import ROWS
from fluxc.prove.blocking import unsaid
from fluxc.prove.nothing import Made, are_alike, from_nothing, made
from fluxc.prove.portion import portion, tables_with_rows
from fluxc.prove.proof import ABOUT_ROLES, Proof, Truth
from fluxc.prove.pulled import unpulled
from fluxc.prove.touched import touched
from fluxc.prove.trial import BeyondError, Look, Trial, failure
from fluxc.run.execute import ServerError
from fluxc.server.lacks import ELSEWHERE, cure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from types import TracebackType

    from jinja2 import Environment

    from fluxc.diagnostics import Diagnostic
    from fluxc.history.migration import Migration
    from fluxc.inspect import Catalogue
    from fluxc.model.state import State
    from fluxc.prove.bases import Bases
    from fluxc.prove.database import Refused
    from fluxc.prove.nothing import After
    from fluxc.prove.portion import Portion
    from fluxc.prove.touched import Name
    from fluxc.prove.trial import Tried

_BARE: Final = "bare"
_FRESH: Final = "from_nothing"
_HERE: Final = "prove it on a server that has it, named by --scratch-url or FLUXC_PG_HOME"


class Prover:
    """Proves migrations of a history in their order, each on copies of a database that those before were applied to."""

    def __init__(self, bases: Bases, environment: Environment) -> None:
        self._bases = bases
        self._history = bases.migrations
        self._major = bases.server.major
        self._environment = environment
        self._beside = ThreadPoolExecutor(1, "from nothing")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._beside.shutdown(wait=False, cancel_futures=True)

    def prove(self, number: int, before: After, after: After) -> Proof:
        """Prove the migration with a number, counted from 0, that is behind those proved before.

        Where one before it cannot be applied that is what is returned.
        """
        refused = self._bases.reach(number)
        if refused is not None:
            return self._refused(*refused)
        migration = self._history[number]
        return self._by_portion(number, before, after) or self._whole(migration, before, after)

    def _by_portion(self, number: int, before: After, after: After) -> Proof | None:
        """Return the proof of a migration by what it is about, None where that is too much or does not do."""
        migration = self._history[number]
        if ABOUT_ROLES.search(migration.delta) or not before.has_tables:
            return None
        part = portion(before.lines, after.lines, after.state)
        if part is None or not (self._bases.sound or self._verified(number, before)):
            return None
        try:
            proof = self._in_portion(migration, before, after, part)
        except BeyondError:
            return None
        if not proof.proved:
            return None
        self._bases.trust(migration)
        return proof

    def _in_portion(self, migration: Migration, before: After, after: After, part: Portion) -> Proof:
        """Prove a migration by what it is about; raises BeyondError where it turns out to be about more."""
        names = tables_with_rows(part, before.lines, after.lines)
        with self._bases.copy(ROWS) as there:
            early = self._beside.submit(there.catalogue, before.outside, part.relations)
            come = self._beside.submit(self._from_nothing, part.state, after, migration.target)
            prints = there.prints()
            trial = Trial(migration, before, after, there, None, names)
            trial.fill()
            was = early.result()  # from here on the catalogue is another one
            tried = [trial.up()]
            look = Look(part.relations | touched(prints, there.prints()), prints)
            found = there.catalogue(after.outside, look.only)
            if look.only != part.relations:
                was = self._base(before, look.only)
            tried += trial.back(was, found, look)
            made_of = come.result()
            if made_of.catalogue is None or isinstance(made_of.catalogue, ServerError):
                raise BeyondError
            tried += trial.made(found, made_of, part.expected(was, made_of.catalogue))
            return self._proof(migration, trial, tried, applied=True)

    def _whole(self, migration: Migration, before: After, after: After) -> Proof:
        """Prove a migration by all that is in the database, and go on with what it leads to."""
        with ExitStack() as stack:
            texts = None if before.lines else self._beside.submit(self._texts, after, migration.target)
            bare = stack.enter_context(self._bases.copy(_BARE))
            there = stack.enter_context(self._bases.copy(ROWS)) if before.has_tables else bare
            was = there.catalogue(before.outside)  # roles, which are the server's, are not yet those of after
            refused = bare.apply(migration.steps)
            if refused is not None:
                return self._refused(migration, refused)
            if texts is not None and are_alike(texts.result(), migration.checksum):
                found, state = bare.both(after.outside)
                come = self._beside.submit(lambda: Made(None, tuple(unpulled(state, self._major))))
            else:
                come = self._beside.submit(self._from_nothing, after.state, after, migration.target)
                found = bare.catalogue(after.outside)
            trial = Trial(migration, before, after, there, bare)
            tried: list[Tried] = []
            if before.has_tables:
                trial.fill()
                tried.append(trial.up())
            tried += trial.back(was, found)
            made_of = come.result()
            wanted = None if isinstance(made_of.catalogue, ServerError) else made_of.catalogue
            tried += trial.made(found, made_of, wanted)
            proof = self._proof(migration, trial, tried, applied=there is not bare or not trial.broken)
        if proof.applied:
            self._bases.advance(_BARE, sound=proof.proved)
        return proof

    def _texts(self, after: After, target: int) -> tuple[str, ...]:
        return from_nothing(after.state, target, self._environment)

    def _from_nothing(self, state: State, after: After, target: int) -> Made:
        texts = from_nothing(state, target, self._environment)
        with self._bases.empty(_FRESH) as fresh:
            return made(texts, fresh, after.outside, self._major)

    def _base(self, where: After, only: Collection[Name]) -> Catalogue:
        with self._bases.itself() as base:
            return base.catalogue(where.outside, only)

    def _verified(self, number: int, before: After) -> bool:
        """Return whether the migrations before the one with a number lead to the state that their lines tell."""
        come = self._beside.submit(self._from_nothing, before.state, before, self._history[number - 1].target)
        with self._bases.copy(_BARE) as there:
            found, wanted = there.catalogue(before.outside), come.result().catalogue
            if wanted is None or isinstance(wanted, ServerError) or there.differences(wanted, found):
                return False
        self._bases.settle()
        return True

    def _refused(self, migration: Migration, refused: Refused) -> Proof:
        said = failure("wrong-up", migration, migration.file, refused)
        lacking = cure(refused.error.message)
        major = self._major
        if not lacking:
            return Proof(migration, major, findings=(said,), applied=False, refused=refused.error)
        help_text = lacking.replace(ELSEWHERE, _HERE)
        return Proof(migration, major, lacking=said._replace(code="not-proved", help=help_text), applied=False)

    def _proof(self, migration: Migration, trial: Trial, tried: Iterable[Tried], *, applied: bool) -> Proof:
        """Return what holds and what does not, in the order of the truths."""
        truths: set[Truth] = set()
        findings: list[Diagnostic] = []
        for one in tried:
            findings += one.findings
            truths |= set() if any(item.severity is Severity.ERROR for item in one.findings) else set(one.truths)
        in_order, costs = tuple(truth for truth in Truth if truth in truths), trial.costs
        found = (*findings, *unsaid(migration, costs))
        return Proof(migration, self._major, in_order, found, None, trial.sample, costs, applied)
