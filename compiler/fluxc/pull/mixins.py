"""Groups of columns that tables share, found and taken out of them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from fluxc.pull.emit import Block

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

_LEAST_TABLES: Final = 3
_LEAST_COLUMNS: Final = 2
_MOST_NAMES: Final = 3
_USUAL: Final[dict[tuple[str, ...], str]] = {("created_at", "updated_at"): "timestamps"}

Entry = tuple[str, str]
"""A column: its name and what is said of it, as text."""


@dataclass(slots=True)
class _Node:
    """A group of columns: those on the way from the root; ``tables`` have it, ``chosen`` says that it is a mixin."""

    depth: int = 0
    tables: list[int] = field(default_factory=list[int])
    below: dict[Hashable, _Node] = field(default_factory=dict["Hashable", "_Node"])


def with_mixins(tables: Sequence[Block]) -> dict[str, Block]:
    """Return the mixins that tables share, by name, and take their columns out of the tables.

    A group stands at the end or at the beginning of a table, the only places into which a mixin puts its columns.
    """
    entries = [[(name, _said(form)) for name, form in table.get("columns", {}).items()] for table in tables]
    last = _groups([found[::-1] for found in entries])
    cut = [found[: len(found) - last.get(at, 0)] for at, found in enumerate(entries)]
    first = _groups(cut)
    names = _Names()
    uses: dict[int, list[str]] = {}
    for at, depth in first.items():
        uses.setdefault(at, []).append(names.of(entries[at][:depth], tables[at], "first"))
    for at, depth in last.items():
        uses.setdefault(at, []).append(names.of(entries[at][-depth:], tables[at], "last"))
    for at, used in uses.items():
        _take_out(tables[at], used, first.get(at, 0), last.get(at, 0))
    return dict(sorted(names.mixins.items()))


def _said(form: object) -> str:
    return form if isinstance(form, str) else json.dumps(form)


def _groups(tables: Sequence[Sequence[Entry]]) -> dict[int, int]:
    """Return for each table, by its number, how many of its first columns it shares with the others of a group.

    Of nested groups those are chosen that save the most lines.
    """
    root = _Node()
    for at, entries in enumerate(tables):
        node = root
        for entry in entries[: len(entries) - 1]:  # one column of its own remains to each table
            node = node.below.setdefault(entry, _Node(node.depth + 1))
            node.tables.append(at)
    return {at: node.depth for node in _chosen(root) for at in node.tables}


def _chosen(root: _Node) -> Iterator[_Node]:
    """Yield the nodes that save the most, none below another."""
    order = [root]
    for node in order:
        order += [inner for inner in node.below.values() if len(inner.tables) >= _LEAST_TABLES]
    saved: dict[int, int] = {}
    alone: set[int] = set()
    for node in reversed(order):
        deeper = sum(saved.get(id(inner), 0) for inner in node.below.values())
        itself = (len(node.tables) - 1) * node.depth if node.depth >= _LEAST_COLUMNS else 0
        saved[id(node)] = max(deeper, itself)
        if itself and itself >= deeper:
            alone.add(id(node))
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in alone:
            yield node
        else:
            waiting += [inner for inner in node.below.values() if id(inner) in saved]


class _Names:
    """The mixins made so far, each under a name of its own."""

    def __init__(self) -> None:
        self.mixins: dict[str, Block] = {}
        self._known: dict[tuple[str, tuple[Entry, ...]], str] = {}

    def of(self, entries: Sequence[Entry], table: Block, position: str) -> str:
        """Return the name of the mixin of these columns, which a table has."""
        known = (position, tuple(entries))
        if known not in self._known:
            columns = Block({name: table["columns"][name] for name, _ in entries})
            name = self._free(_name([name for name, _ in entries]))
            self.mixins[name] = Block({"position": "last"} if position == "last" else {}, columns=columns)
            self._known[known] = name
        return self._known[known]

    def _free(self, word: str) -> str:
        name, number = word, 1
        while name in self.mixins:
            number += 1
            name = f"{word}_{number}"
        return name


def _name(columns: Sequence[str]) -> str:
    usual = _USUAL.get(tuple(columns))
    if usual is not None:
        return usual
    return "_".join(columns) if len(columns) <= _MOST_NAMES else f"{columns[0]}_to_{columns[-1]}"


def _take_out(table: Block, used: list[str], first: int, last: int) -> None:
    columns: dict[str, Any] = table["columns"]
    kept = list(columns.items())[first : len(columns) - last]
    said = dict(table)
    table.clear()
    for key, value in said.items():
        if key == "columns":
            table["use"] = used
        table[key] = Block(kept) if key == "columns" else value
