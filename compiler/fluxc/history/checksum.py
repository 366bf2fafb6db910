"""What makes a migration the same migration: the digest of its statements, and its id."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from fluxc.model.lexer import statement_tokens_digest, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator


def checksum(body: str) -> str:
    """Return the SHA-256 over the tokens of a file's steps; comments and white space do not count, step marks do.

    Raises ``fluxc.model.lexer.LexicalError`` where the text is no SQL at all.
    """
    digest = hashlib.sha256()
    for mark, text in _marked(body):
        for part in (mark, statement_tokens_digest(text)):
            digest.update(b"%d:%s" % (len(part.encode()), part.encode()))
    return digest.hexdigest()


def migration_id(parent: str | None, checksum: str, delta: str) -> str:
    """Return the 16 hex digits that name a migration for good: of its first parent, its statements and its delta."""
    parts = (parent or "none", checksum, delta.replace("\r\n", "\n").strip())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def significant_tokens(text: str) -> Iterator[tuple[str, int]]:
    """Yield each token that is neither comment nor white space, words in lower case, with its offset."""
    for token in tokens(text):
        if not token.text.isspace() and not token.text.startswith(("--", "/*")):
            yield token.text.lower(), token.start


def _marked(body: str) -> Iterator[tuple[str, str]]:
    chunks = ("\n" + body).split("\n-- step ")
    yield "", chunks[0]
    for chunk in chunks[1:]:
        mark, _, text = chunk.partition("\n")
        yield " ".join(mark.split()), text
