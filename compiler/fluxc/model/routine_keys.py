"""What routines and raw SQL rest on: the types of a signature, and what their texts mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model import types
from fluxc.model.aggregate import Aggregate
from fluxc.model.column import Column
from fluxc.model.extension import Extension
from fluxc.model.mentions import mentioned, words
from fluxc.model.names import split_name
from fluxc.model.namespace import namespace_key
from fluxc.model.raw import Raw
from fluxc.model.routine import Coded, Function
from fluxc.model.state import ROUTINES, Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.routine import Routine
    from fluxc.model.state import State


def routine_keys(item: Routine | Raw, state: State) -> set[Key]:
    """Return the keys of what the server wants to see before it makes a routine, or before raw SQL runs."""
    keys = {namespace_key(item.place[0])}
    if isinstance(item, Raw):
        keys |= mentioned(item.up, item.place[0], state)
        keys.update(_named(item.depends_on, state), (Key(Raw.kind, _path(name)) for name in item.depends_on))
        return {key for key in keys if key in state.objects or key.kind == "namespace"} - {item.key}
    keys.update(*(_type(text, state) for text in _types(item)))
    for argument in item.arguments:
        if argument.default is not None:
            keys |= mentioned(argument.default, item.place[0], state)
    if isinstance(item, Coded):
        keys.update(_coded(item, state))
    if isinstance(item, Aggregate):
        keys.update(_routines(item.functions, state))
    return keys - {item.key}


def _types(item: Routine) -> Iterator[str]:
    yield from (argument.type for argument in item.arguments)
    if isinstance(item, Function) and item.returns is not None:
        yield item.returns
    if isinstance(item, Coded):
        yield from item.transforms
    if isinstance(item, Aggregate):
        yield from (each.stype for each in (item.transition, item.moving) if each is not None)


def _type(text: str, state: State) -> Iterator[Key]:
    path = types.parse(text).path
    if len(path) == 2:
        yield from (key for key in state.called((path[0], path[1])) if key.kind not in ROUTINES)


def _coded(item: Coded, state: State) -> Iterator[Key]:
    if item.statement is not None:
        found = mentioned(item.statement, item.place[0], state)
        yield from found
        yield from _columns(item.statement, found, state)
    if isinstance(item, Function) and item.support is not None:
        yield from _routines([item.support], state)
    yield from _named(item.depends_on, state)
    language = Key(Extension.kind, (item.language,))
    yield from (language,) if language in state.objects else ()


def _columns(text: str, keys: Iterable[Key], state: State) -> Iterator[Key]:
    """Yield the columns of tables that a text mentions as well, all of them where it says ``*``."""
    said = words(text)
    for key in keys:
        for column in state.members(key.path, Column) if key.kind == Table.kind else ():
            if column.name in said or "*" in said:
                yield column.key


def _named(names: Iterable[str], state: State) -> Iterator[Key]:
    for name in names:
        yield from state.called(_path(name))


def _path(name: str) -> tuple[str, str]:
    space, own = split_name(name)
    return space, own


def _routines(names: Iterable[str], state: State) -> Iterator[Key]:
    for name in names:
        path = split_name(name)
        yield from state.routines.get((path[0], path[-1]), ())
