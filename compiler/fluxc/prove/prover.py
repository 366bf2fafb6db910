"""The proof of migrations, one after the other, on a throw-away server."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Final, Self

from fluxc.prove.database import Database
from fluxc.prove.nothing import are_alike, from_nothing, state_of
from fluxc.prove.proof import Proof
from fluxc.prove.trial import After, Trial, failure
from fluxc.server.lacks import ELSEWHERE, cure

if TYPE_CHECKING:
    from types import TracebackType

    from jinja2 import Environment

    from fluxc.history.migration import Migration
    from fluxc.inspect import Catalogue
    from fluxc.prove.database import Refused
    from fluxc.run.execute import ServerError
    from fluxc.server.borrowed import Borrowed
    from fluxc.server.scratch import Scratch

_CHAIN: Final = "chain"
_TRIAL: Final = "trial"
_FRESH: Final = "from_nothing"
_HERE: Final = "prove it on a server that has it, named by --scratch-url or FLUXC_PG_HOME"


class Prover:
    """Takes the migrations of a history in their order, each to be proved or only to be applied.

    A database without rows has them all; each is tried on a copy of it as it was before.
    """

    def __init__(self, server: Scratch | Borrowed, environment: Environment) -> None:
        self._server = server
        self._environment = environment
        self._major = server.major
        self._open = ExitStack()
        self._chain = self._open.enter_context(self._database(_CHAIN))
        self._before = After({})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def follow(self, migration: Migration, after: After) -> Proof | None:
        """Apply a migration without a proof; return why it cannot be, where it cannot."""
        refused = self._chain.apply(migration.steps)
        self._before = after
        return self._refused(migration, refused) if refused else None

    def prove(self, migration: Migration, after: After) -> Proof:
        """Prove a migration and leave it applied."""
        with self._copy() as rows:
            was = rows.catalogue(self._before.outside)  # roles, which are the server's, are not yet those of after
            refused = self._chain.apply(migration.steps)
            if refused is not None:
                return self._refused(migration, refused)
            trial = Trial(migration, self._before, after, self._chain, rows)
            proof = trial.proof(self._major, was, lambda: self._from_nothing(migration, after))
        self._before = after
        return proof

    def _database(self, name: str, template: str | None = None) -> Database:
        self._server.drop(name)
        return Database(self._server.create(name, template), self._server.make_role)

    def _copy(self) -> Database:
        with self._chain.absent():
            return self._database(_TRIAL, _CHAIN)

    def _from_nothing(self, migration: Migration, after: After) -> Catalogue | ServerError | None:
        """Return what is in a database made of the state after, None where a first migration does just that."""
        texts = from_nothing(state_of(after.lines), migration.target, self._environment)
        if migration.parent is None and are_alike(texts, migration.checksum):
            return None
        with self._database(_FRESH) as fresh:
            return fresh.run(texts) or fresh.catalogue(after.outside)

    def _refused(self, migration: Migration, refused: Refused) -> Proof:
        said = failure("wrong-up", migration, migration.file, refused)
        lacking = cure(refused.error.message)
        if not lacking:
            return Proof(migration, self._major, findings=(said,), applied=False)
        help_text = lacking.replace(ELSEWHERE, _HERE)
        return Proof(migration, self._major, lacking=said._replace(code="not-proved", help=help_text), applied=False)
