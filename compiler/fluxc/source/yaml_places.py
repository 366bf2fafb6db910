# pyright: basic
"""Where each value and key of a YAML text stands; a second reading, made only when there is something to report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent

from fluxc.source.document import Places
from fluxc.source.events import event_reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.source.document import Path, Place


def locate(text: str, reader: Callable[[str], Callable[[], Any]] = event_reader) -> Places:
    """Return the places in a text that composes without an error.

    A value with no text of its own on the line of its key, a block or nothing at all, has the place of that key.
    """
    take = reader(text)
    places = Places()
    take()
    if type(take()) is not StreamEndEvent:
        _node(take, take(), (), places)
    return places


def _node(take: Callable[[], Any], event: Any, path: Path, places: Places) -> None:
    if type(event) is ScalarEvent:
        place = _place(event, event)
        has_text = place[0] < place[1]
    else:
        has_text = event.flow_style
        place = _place(event, _collection(take, event, path, places))
    places.values[path] = place if has_text else places.keys.get(path, place)


def _collection(take: Callable[[], Any], event: Any, path: Path, places: Places) -> Any:
    walk = _mapping if type(event) is MappingStartEvent else _sequence
    return walk(take, path, places)


def _mapping(take: Callable[[], Any], path: Path, places: Places) -> Any:
    while type(event := take()) is not MappingEndEvent:
        here = (*path, event.value)
        places.keys[here] = _place(event, event)
        _node(take, take(), here, places)
    return event


def _sequence(take: Callable[[], Any], path: Path, places: Places) -> Any:
    index = 0
    while type(event := take()) is not SequenceEndEvent:
        _node(take, event, (*path, index), places)
        index += 1
    return event


def _place(first: Any, last: Any) -> Place:
    return first.start_mark.index, last.end_mark.index
