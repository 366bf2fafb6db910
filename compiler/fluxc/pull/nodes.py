# pyright: basic
"""A YAML text as a tree of nodes that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from fluxc.source.events import event_reader, lenient_event_reader

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(slots=True)
class Node:
    """A value: ``start`` and ``end`` are offsets of its first character and behind its last; an empty one has none.

    ``entries`` are those of a mapping in block style, by key; ``items`` those of a list in block style.
    """

    start: int
    end: int
    entries: dict[str, Entry] | None = None
    items: list[Node] | None = None


@dataclass(slots=True)
class Entry:
    """An entry of a mapping in block style: where its key stands, and its value."""

    start: int
    end: int
    value: Node = field(default_factory=lambda: Node(0, 0))


def parse(text: str) -> Node | None:
    """Return the root of a text that fluxc's reader understands; None where it holds nothing."""
    try:
        return _root(event_reader(text))
    except YAMLError:
        return _root(lenient_event_reader(text))


def _root(take: Callable[[], Any]) -> Node | None:
    take()
    if type(take()) is StreamEndEvent:
        return None
    root = _node(take, take())
    while type(take()) is not StreamEndEvent:  # whatever is wrong behind the document is found here
        pass
    return root


def _node(take: Callable[[], Any], event: Any) -> Node:
    start = event.start_mark.index
    if type(event) is ScalarEvent:
        return Node(start, event.end_mark.index)
    if event.flow_style:
        return Node(start, _skip(take))
    return _mapping(take, start) if type(event) is MappingStartEvent else _sequence(take, start)


def _skip(take: Callable[[], Any]) -> int:
    depth = 1
    while True:
        event = take()
        kind = type(event)
        depth += (kind in (MappingStartEvent, SequenceStartEvent)) - (kind in (MappingEndEvent, SequenceEndEvent))
        if not depth:
            return int(event.end_mark.index)


def _mapping(take: Callable[[], Any], start: int) -> Node:
    entries: dict[str, Entry] = {}
    end = start
    while type(event := take()) is not MappingEndEvent:
        entry = Entry(event.start_mark.index, event.end_mark.index)
        entry.value = _node(take, take())
        entries[event.value] = entry
        end = max(entry.end, entry.value.end)
    return Node(start, end, entries=entries)


def _sequence(take: Callable[[], Any], start: int) -> Node:
    items: list[Node] = []
    while type(event := take()) is not SequenceEndEvent:
        items.append(_node(take, event))
    return Node(start, items[-1].end if items else start, items=items)
