"""A script as it comes: its text, and what is known of how it is run."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.lint.sql.outcome import Outcome
    from fluxc.lint.sql.types import ColumnTypes


class Source(NamedTuple):
    """A script; ``file`` is its name in messages, ``wrapped`` tells that whoever runs it puts it into a transaction.

    Of a migration that fluxc wrote ``rewritten`` names what it is known to rewrite, so that nothing is guessed.  One
    that comes ``late`` is run when no code is running that knows what it takes away.
    ``types`` knows those of columns before it. ``outcomes`` tells, by the offset where it begins, what came of each
    statement that a server has run.
    """

    file: str
    text: str
    wrapped: bool = False
    rewritten: frozenset[str] | None = None
    late: bool = False
    types: ColumnTypes | None = None
    outcomes: Mapping[int, Outcome] | None = None
