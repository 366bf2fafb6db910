"""The marks that cut a migration file into header, steps and delta, found without a lexer."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

STEP: Final = "-- step "
DONE_WHEN: Final = "-- done when: "
CLEANUP: Final = "-- cleanup: "
_DELTA: Final = re.compile(r"^-- delta[ \t\r]*$", re.MULTILINE)
_CODE_LINE: Final = re.compile(r"(?:\A|[\n\r])[ \t\f\v]*(?!--)[^ \t\n\r\f\v]")


class Region(NamedTuple):
    """What lies below one step mark, from ``start`` to ``end`` of the text; ``mark`` is the mark's own words."""

    mark: str
    start: int
    end: int


class Sections(NamedTuple):
    """The offsets at which a file's steps begin and its delta mark stands (both the end where there is none)."""

    regions: tuple[Region, ...]
    body: int
    body_end: int
    delta: str | None


def sections(text: str) -> Sections:
    """Cut ``text`` at its marks; the last delta mark counts, so that one inside a literal does no harm."""
    mark = _last_delta(text)
    end = mark.start() if mark else len(text)
    starts = [*line_starts(text, STEP, end), end]
    regions = tuple(_region(text, start, after) for start, after in pairwise(starts))
    return Sections(regions, starts[0], end, text[mark.end() :].lstrip("\r\n") if mark else None)


def mark_inside(statement: str) -> bool:
    """Tell whether a line of ``statement`` would be read as a mark; such literals must be written with escapes."""
    return any(f"\n{mark}" in f"\n{statement}" for mark in (STEP, "-- delta"))


def line_starts(text: str, prefix: str, end: int) -> Iterator[int]:
    """Yield the offset of every line of ``text[:end]`` that begins with ``prefix``."""
    if text.startswith(prefix, 0, end):
        yield 0
    at = text.find("\n" + prefix, 0, end)
    while at >= 0:
        yield at + 1
        at = text.find("\n" + prefix, at + 1, end)


def code_line(text: str, start: int, end: int) -> int | None:
    """Return the offset of the first character in ``text[start:end]`` that is neither line comment nor white space."""
    part = text[start:end]
    if "\r" not in part and f"\n{part.rstrip()}".count("\n") == f"\n{part}".count("\n--"):
        return None
    found = _CODE_LINE.search(part)
    return start + found.end() - 1 if found else None


def line_of(text: str, offset: int) -> int:
    """Return the number of the line that holds ``offset``, from 1."""
    return text.count("\n", 0, offset) + 1


def _last_delta(text: str) -> re.Match[str] | None:
    at = text.rfind("-- delta")
    while at >= 0:
        if (at == 0 or text[at - 1] == "\n") and (found := _DELTA.match(text, at)):
            return found
        at = text.rfind("-- delta", 0, at)
    return None


def _region(text: str, start: int, end: int) -> Region:
    line_end = text.find("\n", start, end)
    stop = line_end if line_end >= 0 else end
    return Region(text[start + len(STEP) : stop].strip(), stop, end)
