"""A script as it comes: its text, and what is known of how it is run."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """A script; ``file`` is its name in messages, ``wrapped`` tells that whoever runs it puts it into a transaction.

    Of a migration that fluxc wrote ``rewritten`` names what it is known to rewrite, so that nothing is guessed.  One
    that comes ``late`` is run when no code is running that knows what it takes away.
    """

    file: str
    text: str
    wrapped: bool = False
    rewritten: frozenset[str] | None = None
    late: bool = False
