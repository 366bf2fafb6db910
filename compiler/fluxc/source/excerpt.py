"""Offsets in a text turned into spans, and input shown safely inside messages."""

from __future__ import annotations

from bisect import bisect_right

from fluxc.diagnostics import Span

MAX_EXCERPT = 500
"""A longer line is not quoted: nobody reads it, and one line may be as long as the file."""

_MAX_SHOWN = 60


class Lines:
    """The lines of a text whose lines end in a newline alone."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = len(text.rstrip())
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def span(self, file: str, start: int, end: int) -> Span:
        """Return the span of the characters from ``start`` to ``end``, cut where its first line ends.

        A place in the blank rest of the text is the end of its last word: there is nothing to see behind it.
        """
        if start >= self._end:
            start = end = self._end
        line = bisect_right(self._starts, start)
        begin = self._starts[line - 1]
        stop = self._text.find("\n", begin)
        stop = len(self._text) if stop < 0 else stop
        excerpt = self._text[begin:stop] if stop - begin <= MAX_EXCERPT else ""
        return Span(file, line, start - begin + 1, max(1, min(end, stop) - start), excerpt)

    def at(self, file: str, line: int, column: int) -> Span:
        """Return the span of one character at a line and column that count from 1."""
        line = min(max(line, 1), len(self._starts))
        start = self._starts[line - 1] + column - 1
        return self.span(file, start, start + 1)


def shown(text: str, limit: int = _MAX_SHOWN) -> str:
    """Return ``text`` on one line, without control characters and not longer than ``limit``, for use in a message."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    if cut.isprintable():
        return cut
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in cut)
