"""Changes of one text by place: what no change touches keeps every character."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class _Splice(NamedTuple):
    start: int
    end: int
    text: str
    rank: int


class Splices:
    """A text and the changes that are to be made to it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._splices: list[_Splice] = []

    def splice(self, start: int, end: int, text: str, rank: int = 0) -> None:
        """Let a text stand for that between two offsets; of those that start in one place the lower rank is first."""
        self._splices.append(_Splice(start, end, text, rank))

    def result(self) -> str:
        """Return the text with every change made."""
        pieces: list[str] = []
        at = 0
        for start, end, text, _ in sorted(self._splices, key=lambda splice: (splice.start, splice.rank, splice.end)):
            pieces += [self.text[at:start], text]
            at = max(at, end)
        return "".join([*pieces, self.text[at:]])

    def delete(self, start: int, end: int) -> None:
        """Take out whole lines, up to the end of one."""
        begin = self.line_start(start)
        # Of free lines before and behind one would be left over.
        if self.text[end : end + 1] == "\n" and (begin == 0 or self.text[:begin].endswith("\n\n")):
            end += 1
        self.splice(begin, end, "")

    def line_start(self, at: int) -> int:
        """Return the offset of the first character of a line."""
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Return the offset behind a line and its newline."""
        return self.text.find("\n", at) + 1 or len(self.text)


def is_in_order(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Return whether the keys that stay keep their order."""
    return [key for key in old if key in new] == [key for key in new if key in old]
