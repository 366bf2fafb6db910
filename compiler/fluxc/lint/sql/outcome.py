"""What a server was seen to do when it ran a statement, in the words of the rules."""

from __future__ import annotations

from typing import Final, NamedTuple

from fluxc.model.names import quote

MEASURED: Final = frozenset(
    {
        "blocking-detach",
        "blocking-exclusion-constraint",
        "blocking-index-build",
        "blocking-index-drop",
        "blocking-not-null",
        "blocking-refresh",
        "blocking-reindex",
        "blocking-unique-constraint",
        "missing-lock-timeout",
        "rewriting-default",
        "rewriting-generated-column",
        "rewriting-serial-column",
        "rewriting-storage",
        "rewriting-type-change",
        "rewriting-vacuum",
        "scanning-attach",
        "scanning-primary-key",
        "validating-check",
        "validating-domain",
        "validating-foreign-key",
        "validating-under-lock",
    }
)
"""The rules about what a run shows: what they say of a text is a guess, and falls where the server did nothing so."""


class Effect(NamedTuple):
    """What a rule would say of a statement if it could see what the server did; names are qualified, as SQL has them.

    ``column`` is the bare name of the one that it is about, if it is about one.
    """

    code: str
    table: str
    message: str
    help: str
    column: str | None = None

    @property
    def object(self) -> str:
        """Return what it is about, as messages and suppressions spell it."""
        return self.table if self.column is None else f"{self.table}.{quote(self.column)}"


class Outcome(NamedTuple):
    """What came of a statement that the server took."""

    effects: tuple[Effect, ...] = ()
