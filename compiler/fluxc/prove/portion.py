"""What a migration is about: the objects that it may change, and with them all that they need to be made of nothing.

A state in which only few objects change is not made of nothing as a whole. What neither changed nor rests on what did
is the same before and after; that a migration left it alone in a database is asked there (`fluxc.prove.touched`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.history.lines import attributes, kind_of, name_of
from fluxc.model.claims import rests_on
from fluxc.model.lines import parse_line
from fluxc.model.names import qualified, split_name
from fluxc.model.state import Key, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from fluxc.inspect import Catalogue
    from fluxc.inspect.catalogue import Key as FactKey
    from fluxc.model.state import Object

    Name = tuple[str, str]
    Path = tuple[str, ...]

_EVERYWHERE: Final = frozenset({"role", "extension", "raw", "default_privileges"})
"""Kinds of which no text tells what they change."""
_ALWAYS: Final = frozenset({"namespace", "extension", "role", "raw", "default_privileges", "collation"})
"""Kinds that are made along: few of each, and what rests on them does not always say so."""
_IN_TABLES: Final = frozenset(
    {"table", "column", "primary_key", "unique", "check", "foreign_key", "exclusion", "index", "member_copy"}
)
"""Kinds that notice a change of what they name, but no other change of the table that it is in."""
_PLAIN: Final = re.compile(r"\w+\Z")
_COUNTED: Final = re.compile(r'"(?:identity|serial)":')
_FEW: Final = 200


class Portion(NamedTuple):
    """The first two parts of the names of all that may change, before and after, and the closed state around it.

    What lies in no namespace has one part.
    """

    names: frozenset[Path]
    state: State

    @property
    def relations(self) -> frozenset[Name]:
        """The names with two parts: relations are among them."""
        return frozenset((path[0], path[1]) for path in self.names if len(path) > 1)

    def expected(self, was: Catalogue, made: Catalogue) -> Catalogue:
        """Return the catalogue after: what may change as it was ``made`` of nothing, everything else as it ``was``."""
        called = frozenset(map(_called, self.names))
        kept = [(was, key) for key in was.objects if not self._has(was, key, called)]
        kept += [(made, key) for key in made.objects if self._has(made, key, called)]
        return type(was)(
            {key: source.objects[key] for source, key in kept},
            {key: source.tables[key] for source, key in kept if key in source.tables},
            {**was.column_order, **made.column_order},
        )

    def _has(self, catalogue: Catalogue, key: FactKey, called: frozenset[Path]) -> bool:
        return _called(catalogue.tables.get(key) or split_name(key.name)) in called


def _called(path: Path) -> Path:
    """Return the first two parts of a name; of routines those of one name go together."""
    return (path[0], *(part.partition("(")[0].strip('"') for part in path[1:2]))


def portion(before: Mapping[str, str], after: Mapping[str, str], state: State) -> Portion | None:
    """Return what changes between canonical lines, of which ``state`` is the later; None where that is too much."""
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    if not before or any(kind_of(key) in _EVERYWHERE for key in changed):
        return None
    keys = {Key(kind_of(key), split_name(name_of(key))) for key in changed}
    names = {key.path[:2] for key in keys}
    names |= set(_families(names, state))
    names |= _resting(state, after, names, keys)
    names |= set(_sequences(names, before)) | set(_sequences(names, after))
    closed = _closed(state, names)
    if len(closed) > max(len(state) // 2, _FEW):
        return None
    return Portion(frozenset(names), State(item for item in state if item.key in closed))


def _families(names: Iterable[Path], state: State) -> Iterator[Path]:
    """Yield the paths of the tables that share rows or columns with those named."""
    stack, seen = list(names), set[tuple[str, ...]]()
    while stack:
        path = stack.pop()
        table = state.get(Key("table", path))
        if path in seen or table is None:
            continue
        seen.add(path)
        yield path
        stack += [*getattr(table, "parents", ()), *state.heirs(path)]


def _resting(state: State, lines: Mapping[str, str], names: set[Path], changed: set[Key]) -> set[Path]:
    """Return the paths of what rests on something that changed, or on what rests on that."""
    found: set[tuple[str, ...]] = set()
    loose = {path for path in names if Key("table", path) not in state.objects}
    news = set(names)
    while news:
        words = _Words(news)
        around, news = names | found, set[tuple[str, ...]]()
        for item in state:
            path = item.key.path[:2]
            if path in around or path in news or not words.stand_in(lines[item.key_text]):
                continue
            whole = item.kind not in _IN_TABLES
            if any(
                key in changed or key.path[:2] in loose or (whole and key.path[:2] in around)
                for key in rests_on(item, state)
            ):
                news.add(path)
        loose |= {path for path in news if Key("table", path) not in state.objects}
        found |= news | set(_families(news, state))
    return found


class _Words:
    """Whether one of some names can be in a text."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._words = {_called(path)[-1].lower() for path in paths}
        self._plain = all(map(_PLAIN.match, self._words))

    def stand_in(self, line: str) -> bool:
        text = line.lower()
        return not self._plain or any(word in text for word in self._words)


def _sequences(names: set[Path], lines: Mapping[str, str]) -> Iterator[Path]:
    """Yield the paths of the sequences that columns of the tables named have as their own."""
    for key, line in lines.items():
        if kind_of(key) == "column" and _COUNTED.search(line):
            path = split_name(name_of(key))
            name = getattr(parse_line(key, line), "sequence", None) if path[:2] in names else None
            if name is not None:
                yield path[0], str(name)


def _closed(state: State, names: set[Path]) -> set[Key]:
    """Return the keys of everything under the names, and of all that it rests on.

    Of a table that is only referred to these are its columns and what of its members is meant.
    """
    stack = [item for item in state if item.key.path[:2] in names or item.kind in _ALWAYS]
    closed = {item.key for item in stack}
    while stack:
        for item in _below(rests_on(stack.pop(), state), state):
            if item.key not in closed:
                closed.add(item.key)
                stack.append(item)
    return closed


def _below(keys: Iterable[Key], state: State) -> Iterator[Object]:
    for key in keys:
        item = state.get(key)
        if item is not None:
            yield item
            if item.kind == "table":
                yield from (member for member in state.under(key.path) if member.kind == "column")


def tables_with_rows(found: Portion, before: Mapping[str, str], after: Mapping[str, str]) -> frozenset[Name]:
    """Return the tables of the state before whose rows may change, and those that they refer to, whatever between."""
    targets: dict[Path, set[Path]] = {}
    for lines in (before, after):
        for key in lines:
            if kind_of(key) == "foreign_key":
                path = split_name(name_of(key))[:2]
                targets.setdefault(path, set()).add(tuple(attributes(key, lines[key])["target"]))
    stack, reached = list(found.names), set[tuple[str, ...]]()
    while stack:
        path = stack.pop()
        if path not in reached:
            reached.add(path)
            stack += targets.get(path, ())
    return frozenset((path[0], path[1]) for path in reached if len(path) > 1 and f"table {qualified(*path)}" in before)
