"""A step that failed, in words: where in the file, what the server said, and what to do."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import psycopg

from fluxc.diagnostics import Diagnostic, OutsideError, Span
from fluxc.history.statements import statement_at

if TYPE_CHECKING:
    from collections.abc import Generator

    from fluxc.history.migration import Step
    from fluxc.run.execute import ServerError

LOCK_NOT_AVAILABLE: Final = "55P03"
DEADLOCK: Final = "40P01"
AGAIN: Final = frozenset({LOCK_NOT_AVAILABLE, DEADLOCK})
"""What another attempt may not meet."""
INSUFFICIENT_PRIVILEGE: Final = "42501"
_CURES: Final = {
    "23502": "fill the nulls that are there, or say `backfill:` in the schema and build again, then run it again",
    "23514": "correct the rows for which the condition of the check is false, then run it again",
    "25006": "connect to the primary: this server or user is read-only",
    "40P01": "run it again when the other session is done",
    "42501": "run it as the owner of the object, or have the right granted",
    "42701": "drop or rename the column that no migration made, then run it again",
    "42710": "drop or rename the object that no migration made, then run it again",
    "42P06": "drop or rename the schema that no migration made, then run it again",
    "42P07": "drop or rename the relation that no migration made, then run it again",
    "53100": "make room on the server's disk, then run it again",
    "53200": "raise max_locks_per_transaction on the server, restart it, then run it again",
    "55P04": "use the new enum value in a later step: a value is usable once its step is committed",
    "57014": "run it when the server has less to do, or allow more time: `statement_timeout` of an environment in "
    "fluxc.toml counts more than what the migration says",
}
_ON_ROLE: Final = re.compile(
    r'SQL statement "\s*(?:(?:create|alter|comment on) role |(?:grant|revoke) (?:(?! on ).)* (?:to|from) )'
)
_CREATEROLE: Final = (
    "run it as a role with CREATEROLE, from PostgreSQL 16 on with ADMIN on the roles too; or have somebody who may do "
    "it make the roles so, since what is so already is left alone, and run it again"
)
_ROWS: Final = "correct the rows that the message names, then run it again"
_GENERAL: Final = "mend the cause, then run `fluxc migrate` again: it goes on with this step"


def failed(name: str, file: str, step: Step, error: ServerError, blockers: tuple[str, ...] = ()) -> OutsideError:
    """Return what to raise for a step of ``file`` that the server refused."""
    span = _span(file, step, error)
    if error.lost:
        message = f"the connection was lost in step {step.number} of {name}: {error.message}"
        cure = "run the command again when the server is up: the ledger tells which steps are done"
        return OutsideError(Diagnostic("connection-lost", message, span, cure))
    if error.sqlstate == LOCK_NOT_AVAILABLE:
        who = "; ".join(blockers) or "sessions that were gone when asked for"
        message = f"{file}:{span.line}: step {step.number} of {name} did not get its locks in time; blocked by {who}"
        cure = "end those sessions or wait for them, then run the command again"
        return OutsideError(Diagnostic("lock-timeout", message, span, cure))
    message = f"{file}:{span.line}: step {step.number} of {name} failed: {error.message} (SQLSTATE {error.sqlstate})"
    more = [f"{word}: {text}" for word, text in (("detail", error.detail), ("hint", error.hint)) if text]
    on_role = error.sqlstate == INSUFFICIENT_PRIVILEGE and _ON_ROLE.match(error.context)
    cure = _CREATEROLE if on_role else _cure(error.sqlstate)
    return OutsideError(Diagnostic("migration-failed", "\n".join((message, *more)), span, cure))


@contextmanager
def explained(doing: str) -> Generator[None]:
    """Turn what psycopg raises while ``doing`` something into OutsideError `database-failed`."""
    try:
        yield
    except psycopg.Error as error:
        said = error.diag.message_primary or str(error).strip() or type(error).__name__
        state = f" (SQLSTATE {error.sqlstate})" if error.sqlstate else ""
        cure = _CURES.get(
            error.sqlstate or "", "see that the server is up and that this user may do it, then try again"
        )
        raise OutsideError(Diagnostic("database-failed", f"{doing}: {said}{state}", help=cure)) from None


def _cure(sqlstate: str) -> str:
    return _CURES.get(sqlstate, _ROWS if sqlstate.startswith("23") else _GENERAL)


def _span(file: str, step: Step, error: ServerError) -> Span:
    offset = error_offset(step.text, error)
    before, after = step.text[:offset].rpartition("\n")[2], step.text[offset:].partition("\n")[0]
    line = step.line + step.text.count("\n", 0, offset)
    return Span(file, line, len(before) + 1, 1, (before + after).rstrip("\r"))


def error_offset(text: str, error: ServerError) -> int:
    """Return where in the step the failed statement is: as the server says, else by counting those that ran."""
    if 0 < error.position <= len(text):
        return error.position - 1
    return statement_at(text, error.completed)
