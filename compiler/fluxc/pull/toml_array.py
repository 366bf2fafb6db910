"""The items of a TOML array of several lines, each on a line of its own, brought to others."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final

from fluxc.pull.toml_emit import inline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.source.document import Place

_BEFORE: Final = re.compile(r"[ \t]*")
_BEHIND: Final = re.compile(r"[ \t]*(?P<comma>,)?[ \t]*(?:#[^\n]*)?\n")

Edit = tuple[int, int, str]


def array_edits(text: str, places: Sequence[Place], old: Sequence[Any], new: Sequence[Any]) -> list[Edit] | None:
    """Return what to write where for an array to hold ``new``; None where items share lines."""
    starts = [text.rfind("\n", 0, start) + 1 for start, _ in places]
    behind = [_BEHIND.match(text, end) for _, end in places]
    alone = all(_BEFORE.fullmatch(text, at, place[0]) is not None for at, place in zip(starts, places, strict=True))
    ends = [match.end() for match in behind if match is not None]
    commas = [match["comma"] for match in behind if match is not None]
    if not alone or len(ends) < len(places):
        return None
    margin = text[starts[0] : places[0][0]]
    edits: list[Edit] = []
    matcher = SequenceMatcher(None, [repr(inner) for inner in old], [repr(inner) for inner in new], autojunk=False)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag == "equal":
            continue
        paired = min(high - low, last - first)
        edits += [(*places[low + at], inline(new[first + at])) for at in range(paired)]
        edits += [(starts[at], ends[at], "") for at in range(low + paired, high)]
        lines = "".join(f"{margin}{inline(inner)},\n" for inner in new[first + paired : last])
        if lines and high == len(places) and not commas[-1]:
            edits.append((places[-1][1], places[-1][1], ","))
        place = ends[high - 1] if high else starts[0]
        edits.append((place, place, lines))
    return edits
