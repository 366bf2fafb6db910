"""A YAML text changed to say other data: what is the same keeps every character, comments and layout with it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from fluxc.diagnostics import InputError
from fluxc.pull.emit import document, entry, item
from fluxc.pull.merge import is_list, is_mapping, same
from fluxc.pull.nodes import parse
from fluxc.pull.splices import Splices, is_in_order
from fluxc.source.yaml import compose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxc.pull.nodes import Entry, Node

_COMMENT: Final = re.compile(r"[ \t]*(#[^\n]*)?")
_HEAD: Final = re.compile(r"(?:#[^\n]*\n|[ \t]*\n)*")
_FREE_LINE: Final = re.compile(r"\n[ \t]*\n")
_SPACED: Final = frozenset({"tables", "mixins"})
"""Sections between whose entries a line is left free even where there is but one entry to learn it from."""


def patched(text: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Return a text that reads as ``new``, made of one that reads as ``old``."""
    if same(old, new):
        return text
    root = parse(text)
    if root is not None and root.entries is not None and new:
        if not text.endswith("\n"):
            text += "\n"
        patch = _Patch(text)
        patch.mapping(root, old, new, spaced=_is_spaced(text, root))
        result = patch.result()
        if _reads_as(result, new):
            return result
    # A layout that is not understood, such as keys with `?`: the head of the file is kept, the rest written anew.
    return document(new, _head(text))


def _head(text: str) -> str:
    match = _HEAD.match(text)
    return match[0].strip() if match else ""


def _reads_as(text: str, data: Mapping[str, Any]) -> bool:
    try:
        return bool(compose("", text)[0] == data)
    except InputError:
        return False


class _Patch(Splices):
    """The changes of one text, found in its order."""

    def mapping(self, node: Node, old: Mapping[str, Any], new: Mapping[str, Any], *, spaced: bool) -> None:
        """Change the entries of a mapping in block style that differ."""
        entries = node.entries or {}
        indent = self._column(node.start)
        before: int | None = None
        waiting: list[str] = []
        for key in new:
            if key not in entries:
                waiting += [key]
                continue
            if waiting:
                self._insert(_added(waiting, new, indent, before=before, spaced=spaced), before, entries[key].start)
                waiting = []
            if not same(old[key], new[key]):
                self._entry(key, entries[key], old[key], new[key], indent)
            before = self._end(entries[key])
        gone = [key for key in entries if key not in new]
        if waiting:
            # Behind the last that stays, or in the place of those that go.
            first = min(place.start for place in entries.values())
            self._insert(_added(waiting, new, indent, before=before, spaced=spaced), before, first)
        for key in gone:
            self.delete(entries[key].start, self._end(entries[key]))

    def sequence(self, node: Node, old: Sequence[Any], new: Sequence[Any]) -> None:
        """Change the items of a list in block style that differ."""
        items = node.items or []
        starts = [self._dash(inner) for inner in items]
        indent = self._column(starts[0])
        matcher = SequenceMatcher(None, [repr(inner) for inner in old], [repr(inner) for inner in new], autojunk=False)
        for tag, low, high, first, last in matcher.get_opcodes():
            if tag == "equal":
                continue
            text = "".join(f"{line}\n" for inner in new[first:last] for line in item(inner, indent))
            for at in range(low, high):
                self.delete(starts[at], self.line_end(self._content_end(items[at].start, items[at].end)))
            place = (
                self.line_start(starts[low])
                if low < len(items)
                else self.line_end(self._content_end(items[-1].start, items[-1].end))
            )
            self.splice(place, place, text)

    def _entry(self, key: str, place: Entry, old: Any, new: Any, indent: int) -> None:
        node = place.value
        if node.entries and is_mapping(old) and is_mapping(new) and new and is_in_order(old, new):
            self.mapping(node, old, new, spaced=key in _SPACED or _is_spaced(self.text, node))
        elif node.items and is_list(old) and is_list(new) and new:
            self.sequence(node, old, new)
        else:
            self._replace(key, place, new, indent)

    def _replace(self, key: str, place: Entry, new: Any, indent: int) -> None:
        """Write the value of an entry anew; a comment behind it stays on the line of the key."""
        colon = self.text.index(":", place.end) + 1
        empty = place.value.end <= colon
        end = colon if empty else self._content_end(place.value.start, place.value.end)
        match = _COMMENT.match(self.text, end)
        comment = match[0] if match and match[1] else ""
        if comment and not empty and "\n" in self.text[colon:end].strip() and not self._is_block(place.value):
            comment = ""
        lines = entry(key, new, indent)
        lines[0] = self.text[place.start : colon] + _behind_key(lines[0], key, indent)
        self.splice(place.start, end + len(comment), "\n".join([lines[0] + comment, *lines[1:]]))

    def _is_block(self, node: Node) -> bool:
        return self.text[node.start] in "|>"

    def _insert(self, lines: list[str], behind: int | None, start: int) -> None:
        """Insert lines behind an offset at the end of a line, or before the line of ``start`` where there is none."""
        place = behind if behind is not None else self.line_start(start)
        self.splice(place, place, "".join(f"{line}\n" for line in lines))

    def _end(self, place: Entry) -> int:
        end = max(place.end, place.value.end) if place.value.end > place.end else place.end
        return self.line_end(self._content_end(place.start, end))

    def _content_end(self, start: int, end: int) -> int:
        return start + len(self.text[start:end].rstrip())

    def _column(self, at: int) -> int:
        return at - self.line_start(at)

    def _dash(self, node: Node) -> int:
        return self.text.rindex("-", 0, node.start)


def _added(keys: Sequence[str], new: Mapping[str, Any], indent: int, *, before: int | None, spaced: bool) -> list[str]:
    lines: list[str] = []
    for key in keys:
        free = [""] if spaced else []
        found = entry(key, new[key], indent)
        lines += [*free, *found] if before is not None else [*found, *free]
    return lines


def _behind_key(line: str, key: str, indent: int) -> str:
    bare = entry(key, {}, indent)[0].removesuffix(" {}")
    return line.removeprefix(bare)


def _is_spaced(text: str, node: Node) -> bool:
    """Return whether a free line stands between two of the entries."""
    places = list((node.entries or {}).values())
    return any(
        _FREE_LINE.search(text, max(one.end, one.value.end) - 1, other.start) is not None
        for one, other in pairwise(places)
    )
