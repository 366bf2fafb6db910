"""A TOML text changed to say other data: what is the same keeps every character, comments and layout with it."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final

from fluxc.diagnostics import InputError
from fluxc.pull import toml_emit as emit
from fluxc.pull.merge import is_list, is_mapping, same
from fluxc.pull.splices import Splices, is_in_order
from fluxc.pull.toml_array import array_edits
from fluxc.pull.toml_sayable import sayable
from fluxc.source.toml import read
from fluxc.source.toml_places import statements

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxc.source.document import Path
    from fluxc.source.toml_places import Statement

_HEAD: Final = re.compile(r"(?:#[^\n]*\n|[ \t]*\n)*")
_DEPTHS: Final = (100, 3, 2, 1)
"""How many names deep an edit goes at the most; what lies deeper is written anew."""


def patched(text: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Return a text that reads as ``new``, made of one that reads as ``old``, and says in TOML what only YAML can."""
    if same(old, new):
        return text
    if text and not text.endswith("\n"):
        text += "\n"
    new = sayable(statements(text)[0], new)
    for depth in _DEPTHS:
        patch = _Patch(text, depth)
        patch.mapping((), old, new)
        result = patch.result().rstrip("\n") + "\n"
        if _reads_as(result, new):
            return result
    match = _HEAD.match(text)
    return emit.document(new, match[0].strip() if match else "")


def _reads_as(text: str, data: Mapping[str, Any]) -> bool:
    try:
        return bool(read("", text).data == data)
    except InputError:
        return False


class _Patch(Splices):
    """The changes of one text; nothing beyond ``depth`` names is edited, but written anew."""

    def __init__(self, text: str, depth: int) -> None:
        super().__init__(text)
        self.depth = depth
        self.statements, places = statements(text)
        self.values = places.values
        self.numbers: dict[Path, list[int]] = defaultdict(list)
        for number, item in enumerate(self.statements):
            for size in range(len(item.path) + 1):
                self.numbers[item.path[:size]].append(number)

    def mapping(self, path: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Change what differs in a mapping that is written by headers and keys of its own."""
        homeless: list[str] = []
        before: list[str] = []
        for key, value in new.items():
            if key not in old:
                homeless += self._add(path, key, value, before)
            elif not same(old[key], value):
                homeless += self._change(path, key, old[key], value, before)
            before.append(key)
        for key in old.keys() - new.keys():
            self._delete_all((*path, key))
        if homeless:
            # Only tables within this one have had a header so far.
            first = next(item for item in self._beneath(path) if item.header)
            self._insert_before(first, [f"[{emit.dotted(path)}]", *homeless])

    def _change(self, path: Path, key: str, old: Any, new: Any, before: Sequence[str]) -> list[str]:
        here = (*path, key)
        first = self._beneath(here)[0]
        deep = len([part for part in here if isinstance(part, str)]) < self.depth
        if first.path == here and not first.header:
            self._inline(here, old, new, deep=deep)
        elif deep and is_mapping(old) and is_mapping(new) and new and is_in_order(old, new):
            self.mapping(here, old, new)
        elif deep and is_list(old) and is_list(new) and new and all(map(is_mapping, new)):
            self._elements(here, old, new)
        elif first.header and emit.is_table(here, new):
            start, end = self._runs(here)[0]
            self._delete_all(here, kept=1)
            self.splice(start, end, "".join(f"{line}\n" for line in emit.tables(here, new)))
        else:
            self._delete_all(here)
            return self._add(path, key, new, before)
        return []

    def _inline(self, path: Path, old: Any, new: Any, *, deep: bool) -> None:
        """Change a value behind its key, and no more of it than differs."""
        start, end = self.values[path]
        if deep and is_mapping(old) and is_mapping(new) and list(old) == list(new):
            differing = [key for key in old if not same(old[key], new[key])]
            if all((*path, key) in self.values for key in differing):
                for key in differing:
                    self._inline((*path, key), old[key], new[key], deep=deep)
                return
        margin = self._margin(start)
        if deep and is_list(old) and is_list(new) and old and new and "\n" in self.text[start:end]:
            places = [self.values[(*path, at)] for at in range(len(old))]
            edits = array_edits(self.text, places, old, new)
            if edits is not None:
                for edit in edits:
                    self.splice(*edit)
                return
        behind = any(path[:size] in self.values for size in range(len(path)))
        self.splice(start, end, emit.inline(new) if behind else emit.value(new, start - self.line_start(start), margin))

    def _elements(self, path: Path, old: Sequence[Any], new: Sequence[Any]) -> None:
        """Change the elements of a list of tables that differ."""
        matcher = SequenceMatcher(None, [repr(inner) for inner in old], [repr(inner) for inner in new], autojunk=False)
        for tag, low, high, first, last in matcher.get_opcodes():
            if tag == "equal":
                continue
            paired = min(high - low, last - first)
            for at in range(paired):
                self._element((*path, low + at), old[low + at], new[first + at])
            for at in range(low + paired, high):
                self._delete_all((*path, at))
            for inner in new[first + paired : last]:
                lines = emit.element(path, inner)
                if high:
                    self._insert_behind(self._beneath((*path, high - 1))[-1], lines)
                else:
                    self._insert_before(self._beneath((*path, 0))[0], lines)

    def _element(self, path: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        if is_in_order(old, new):
            self.mapping(path, old, new)
        else:
            start, end = self._runs(path)[0]
            self._delete_all(path, kept=1)
            self.splice(start, end, "".join(f"{line}\n" for line in emit.element(path[:-1], new)))

    def _add(self, path: Path, key: str, value: Any, before: Sequence[str]) -> list[str]:
        """Add an entry behind those that stand ``before`` it; return its lines where no header is there to take it."""
        here = (*path, key)
        home = self._home(path)
        headed = not path or any(item.header for item in self._beneath(path))
        mappings = is_mapping(value) or (is_list(value) and all(map(is_mapping, value)))
        if headed and value and mappings and (home is None or emit.is_table(here, value)):
            self._add_tables(path, here, value, before)
        elif home is None:
            return [emit.pair((key,), value)]
        else:
            self._add_pair(home, here, value, before)
        return []

    def _add_pair(self, home: Path, here: Path, value: Any, before: Sequence[str]) -> None:
        """Add a key below the header of ``home``."""
        path = here[:-1]
        mine = [item for item in self._beneath(path) if not item.header and item.below == home]
        earlier = [item for item in mine if item.path[len(path)] in before]
        headers = [item for item in self._beneath(home) if item.header and item.path == home]
        near = earlier[-1:] or headers or mine[:1]
        text = emit.pair(here[len(home) :], value, self._margin(near[0].start) if near else "") + "\n"
        if near:
            behind = bool(earlier or headers)
            place = self.line_end(near[0].end) if behind else self.line_start(near[0].start)
        elif self.statements:
            place = self._comments_before(self.statements[0])
            text += "\n"
        else:
            place = len(self.text)
        self.splice(place, place, text)

    def _add_tables(self, path: Path, here: Path, value: Any, before: Sequence[str]) -> None:
        lines = emit.tables(here, value)
        for key in reversed(before):
            sibling = self._beneath((*path, key))
            if any(item.header for item in sibling):
                self._insert_behind(sibling[-1], lines)
                return
        own = [item for item in self._beneath(path) if item.below == path]
        headers = [item for item in self._beneath(path) if item.header]
        if path and own:
            self._insert_behind(own[-1], lines)
        elif headers:
            self._insert_before(headers[0], lines)
        elif self.statements:
            self._insert_behind(self.statements[-1], lines)
        else:
            self.splice(len(self.text), len(self.text), "".join(f"{line}\n" for line in lines), 1)

    def _home(self, path: Path) -> Path | None:
        """Return the header below which keys of a mapping stand; the empty path for those above all headers."""
        if not path or any(item.header and item.path == path for item in self._beneath(path)):
            return path
        dotted = (item.below for item in self._beneath(path) if len(item.below) < len(path))
        return next(dotted, None)

    def _beneath(self, path: Path) -> list[Statement]:
        return [self.statements[number] for number in self.numbers.get(path, ())]

    def _runs(self, path: Path) -> list[tuple[int, int]]:
        """Return the lines of what is said beneath a path, from the first to the last of those that stand together."""
        runs: list[tuple[int, int]] = []
        before = -1
        for number in self.numbers.get(path, ()):
            item = self.statements[number]
            start = runs.pop()[0] if runs and number == before + 1 else self.line_start(item.start)
            runs.append((start, self.line_end(item.end)))
            before = number
        return runs

    def _delete_all(self, path: Path, kept: int = 0) -> None:
        for start, end in self._runs(path)[kept:]:
            self.delete(start, end)

    def _insert_behind(self, item: Statement, lines: Sequence[str]) -> None:
        place = self.line_end(item.end)
        self.splice(place, place, "".join(f"{line}\n" for line in ["", *lines]), 1)

    def _insert_before(self, item: Statement, lines: Sequence[str]) -> None:
        place = self._comments_before(item)
        self.splice(place, place, "".join(f"{line}\n" for line in [*lines, ""]), 1)

    def _comments_before(self, item: Statement) -> int:
        """Return where the comments begin that stand right above a statement."""
        start = self.line_start(item.start)
        while start and self.text[(above := self.line_start(start - 1)) : start].lstrip().startswith("#"):
            start = above
        return start

    def _margin(self, at: int) -> str:
        line = self.text[self.line_start(at) : at]
        return line[: len(line) - len(line.lstrip())]
