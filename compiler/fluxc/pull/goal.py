"""What a project shall say: what the database holds, in the words of the project where these mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.namespace import Namespace
from fluxc.model.raw import Raw
from fluxc.model.state import State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from fluxc.model.state import Key, Object


def doubtful(declared: State, found: State, namespaces: Collection[str]) -> bool:
    """Return whether something is on both sides in different words, which may mean the same."""
    goal = goal_of(declared, found, None, namespaces)
    return any((mine := declared.get(item.key)) is not None and mine != item for item in goal)


def goal_of(declared: State, found: State, reading: State | None, namespaces: Collection[str]) -> State:
    """Return the state that the project shall declare.

    ``reading`` is what a server made of the declared state: an object that reads the same as what was found is left as
    it is declared.  Where ``namespaces`` are named, what is declared for others stays.
    """
    return State(_objects(declared, found, reading, namespaces))


def _objects(declared: State, found: State, reading: State | None, namespaces: Collection[str]) -> Iterator[Object]:
    for item in found:
        mine = declared.get(item.key)
        yield mine if mine is not None and _is_same(item, reading) else _with_hints(item, mine)
    if not found.of(Raw):  # what raw SQL made is in no catalogue as such
        yield from declared.of(Raw)
    if namespaces:
        yield from (
            item
            for item in declared
            if not _is_in(item, namespaces) and item.kind != Raw.kind and item.key not in found.objects
        )


def _with_hints(item: Object, mine: Object | None) -> Object:
    """Return what was found with what only a declaration can say."""
    said = getattr(mine, "depends_on", ())
    return item.model_copy(update={"depends_on": said}) if said else item


def _is_same(item: Object, reading: State | None) -> bool:
    return reading is not None and reading.get(item.key) == item


def _is_in(item: Object, namespaces: Collection[str]) -> bool:
    return (item.name if isinstance(item, Namespace) else item.place[0] if item.place else "") in namespaces


def differing(declared: State, goal: State) -> set[Key]:
    """Return the keys of what only one of two states has, or has otherwise."""
    keys = declared.objects.keys() | goal.objects.keys()
    return {key for key in keys if declared.get(key) != goal.get(key)}
