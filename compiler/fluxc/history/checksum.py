"""What makes a migration the same migration: the digest of its statements, and its id."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from fluxc.history.marks import CLEANUP, DONE_WHEN

if TYPE_CHECKING:
    from collections.abc import Iterator


class NotSqlError(ValueError):
    """A text that is not made of SQL tokens; the text says why and where."""


def checksum(body: str) -> str:
    """Return the SHA-256 over the tokens of a file's steps; comments and white space do not count, step marks do.

    Raises NotSqlError where the text has no tokens at all.
    """
    from fluxc.lexer import LexicalError, statement_tokens_digest  # a run with nothing to do needs no lexer

    digest = hashlib.sha256()
    for mark, text in _marked(body):
        try:
            parts = (mark.encode(), statement_tokens_digest(text).encode())
        except LexicalError as error:
            raise NotSqlError(str(error)) from error
        for part in parts:
            digest.update(b"%d:%s" % (len(part), part))
    return digest.hexdigest()


def migration_id(parent: str | None, checksum: str, delta: str) -> str:
    """Return the 16 hex digits that name a migration for good: of its first parent, its statements and its delta."""
    parts = (parent or "none", checksum, delta.replace("\r\n", "\n").strip())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def significant_tokens(text: str) -> Iterator[tuple[str, int]]:
    """Yield each token but comments, words in lower case, with its offset; raises NotSqlError."""
    from fluxc.lexer import LexicalError, tokens  # a run with nothing to do needs no lexer

    try:
        for token in tokens(text):
            yield token.text.lower(), token.start
    except LexicalError as error:
        raise NotSqlError(str(error)) from error


def _marked(body: str) -> Iterator[tuple[str, str]]:
    chunks = ("\n" + body).split("\n-- step ")
    yield "", chunks[0]
    for chunk in chunks[1:]:
        mark, _, text = chunk.partition("\n")
        while text.startswith((DONE_WHEN, CLEANUP)):
            more, _, text = text.partition("\n")
            mark = f"{mark} {more}"
        yield " ".join(mark.split()), text
