"""A seed that the server refused, in words: which table, which row where that is known, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, InputError, OutsideError
from fluxc.model.names import qualified

if TYPE_CHECKING:
    import psycopg

    from fluxc.model.seed import Row, Seed

_CURES: Final = {
    "23503": "rows refer to one that would go, or to one that is not there: seed the other table as well",
    "23505": "another row has the same unique value: declare that row, or change one of the two",
    "25006": "connect to the primary: this server or user is read-only",
    "42501": "run it as a user who may read and write the table, and create temporary tables",
    "42846": "write the value as the type of the column takes it",
    "55P03": "end the session that holds the lock, or run it again when it is done",
}
_GENERAL: Final = "correct the declared rows; nothing was written"


class InTheWay(Exception):  # noqa: N818  # it need not be the last word
    """A row that may be about to go holds a unique value; ``error`` is what to raise where none is."""

    def __init__(self, error: OutsideError) -> None:
        self.error = error
        super().__init__(str(error))


def failed(seed: Seed, error: psycopg.Error, row: Row | None = None) -> OutsideError:
    """Return what to raise for a seed, or one row of it, that the server refused."""
    said = error.diag.message_primary or str(error).strip() or type(error).__name__
    message = f"seeding {qualified(*seed.table)} failed: {said} (SQLSTATE {error.sqlstate})"
    more = [f"detail: {error.diag.message_detail}"] if error.diag.message_detail else []
    span = row.place.span() if row else seed.place.span(key=True)
    cure = _CURES.get(error.sqlstate or "", _GENERAL)
    return OutsideError(Diagnostic("seed-failed", "\n".join((message, *more)), span, cure))


def twice(seed: Seed, error: psycopg.Error, row: Row) -> InputError:
    """Return what to raise for two rows whose keys are equal to the server, if not to the letter."""
    said = f": {error.diag.message_detail}" if error.diag.message_detail else ""
    message = f"another row of this seed has the same ({', '.join(seed.key)}){said}"
    return InputError([Diagnostic("row-twice", message, row.place.span(), "leave one of them out")])


def unresolved(seed: Seed, row: Row, names: list[str]) -> OutsideError:
    """Return what to raise for a row that refers to rows which are not there."""
    found = [said.lookup for name, said in row.shape if name in names and said.lookup]
    tables = ", ".join(dict.fromkeys(qualified(*lookup.table) for lookup in found))
    message = f"no row of {tables} is the one that this row of {qualified(*seed.table)} refers to by `of`"
    cure = "correct the reference, or declare the row that it means"
    return OutsideError(Diagnostic("missing-reference", message, row.place.span(), cure))
