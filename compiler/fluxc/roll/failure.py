"""A partition that could not be made or taken away, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, OutsideError
from fluxc.model.names import qualified
from fluxc.run.failure import LOCK_NOT_AVAILABLE

if TYPE_CHECKING:
    from fluxc.roll.due import Change
    from fluxc.run.execute import ServerError

LOCK_TIMEOUT: Final = "lock-timeout"
_VERBS: Final = {"created": "create", "detached": "detach", "dropped": "drop"}
_TAKEN: Final = frozenset({"42P07", "42710"})
_DEFAULT_HOLDS_ROWS: Final = "23514"
_REFERENCED: Final = "23503"


def problem(change: Change, error: ServerError, blockers: tuple[str, ...]) -> Diagnostic:
    """Return what is wrong with a partition that the server refused; raises OutsideError without a connection."""
    partition, table = qualified(*change.path), qualified(*change.table.rule.table)
    what = f"could not {_VERBS[change.done]} partition {partition} of {table}"
    if error.lost:
        cure = "run `fluxc roll` again when the server is up: it goes on where this one ended"
        raise OutsideError(Diagnostic("connection-lost", f"{what}: {error.message}", help=cure))
    if error.sqlstate == LOCK_NOT_AVAILABLE:
        who = "; ".join(blockers) or "sessions that were gone when asked for"
        cure = "end those sessions or wait for them, then run `fluxc roll` again"
        return Diagnostic(LOCK_TIMEOUT, f"{what}: it did not get its locks in time; blocked by {who}", help=cure)
    said = "\n".join(
        [
            f"{what}: {error.message} (SQLSTATE {error.sqlstate})",
            *(f"{word}: {text}" for word, text in (("detail", error.detail), ("hint", error.hint)) if text),
        ]
    )
    if change.done == "created" and error.sqlstate in _TAKEN:
        cure = f"rename what is called {partition} and is no partition of {table}, then run `fluxc roll` again"
        return Diagnostic("partition-name-taken", said, help=cure)
    if change.done == "created" and error.sqlstate == _DEFAULT_HOLDS_ROWS:
        cure = f"move the rows of that time out of the default partition of {table}, then run `fluxc roll` again"
        return Diagnostic("default-holds-rows", said, help=cure)
    if error.sqlstate == _REFERENCED:
        cure = "delete the rows that refer to it, or raise `keep`, then run `fluxc roll` again"
        return Diagnostic("partition-referenced", said, help=cure)
    return Diagnostic("roll-failed", said, help="mend the cause, then run `fluxc roll` again")
