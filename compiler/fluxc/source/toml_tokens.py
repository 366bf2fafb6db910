"""The tokens of a TOML text, enough to bound it before it is parsed and to find its keys afterwards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from fluxc.source.limits import MAX_DEPTH, MAX_NODES

if TYPE_CHECKING:
    from collections.abc import Iterator

# Every alternative that can fail late is followed by one that takes the same text whole: no text is scanned twice.
_TOKEN = re.compile(
    r"""
    (?P<text>
        "{3} (?:[^"\\]++|\\.|"(?!""))*+ "{3,5} | "{3} .*
      | [']{3} (?:[^']++|'(?!['][']))*+ [']{3,5} | [']{3} .*
    )
  | (?P<key> " (?:[^"\\\n]|\\[^\n])*+ " | ' [^'\n]*+ ' | [A-Za-z0-9_-]++ )
  | ["'] [^\n]*+
  | (?P<comment> \# [^\n]*+ )
  | (?P<sign> [\[\]{}=,.\n] )
    """,
    re.VERBOSE | re.DOTALL,
)


_OPENING = frozenset("[{")
_CLOSING = frozenset("]}")
_VALUES = frozenset("=,[{")


class Token(NamedTuple):
    """``kind`` is the sign itself, or ``key`` for anything that a key can be made of, or ``text``."""

    kind: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of ``text``, without blanks and comments."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "text"
        if kind != "comment":
            yield Token(match[0] if kind == "sign" else kind, match.start(), match.end())


def excess(text: str) -> tuple[str, int] | None:
    """Return ``too-deep`` or ``too-large`` and the offset where a text goes beyond the bounds, or None.

    The parser itself would take quadratic time for a long dotted key and fail on many brackets.
    """
    depth = dots = values = 0
    for kind, start, _ in tokens(text):
        depth += (kind in _OPENING) - (kind in _CLOSING)
        values += kind in _VALUES
        dots = dots + (kind == ".") if kind in ("key", ".") else 0
        if depth > MAX_DEPTH or dots > MAX_DEPTH:
            return "too-deep", start
        if values > MAX_NODES:
            return "too-large", start
    return None
