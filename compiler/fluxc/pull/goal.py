"""What a project shall say: what the database holds, in the words of the project where these mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.namespace import Namespace
from fluxc.model.not_nulls import NAMED
from fluxc.model.privileges import Privileges
from fluxc.model.raw import Raw
from fluxc.model.state import Key, State
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import Object


class Bounds(NamedTuple):
    """What a pull leaves alone: all but these namespaces, where any are named, and what could not be read."""

    namespaces: tuple[str, ...] = ()
    unsaid: frozenset[Key] = frozenset()

    def leave(self, item: Object) -> bool:
        """Return whether a declared object stays, whatever the database holds."""
        if self.namespaces and _namespace(item) not in self.namespaces:
            return True
        return item.key in self.unsaid or Key(Table.kind, item.place) in self.unsaid


def sayable(found: State, target: int) -> State:
    """Return what was found without what a project for servers from ``target`` on cannot say: names that 18 keeps."""
    named = [item for item in found.of(Table) if item.not_nulls] if target < NAMED else []
    without = {item.key: item.model_copy(update={"not_nulls": ()}) for item in named}
    return State(without.get(item.key, item) for item in found) if without else found


def doubtful(declared: State, found: State, bounds: Bounds) -> bool:
    """Return whether something is on both sides in different words, which may mean the same."""
    goal = goal_of(declared, found, None, bounds)
    return any((mine := declared.get(item.key)) is not None and mine != item for item in goal)


def goal_of(declared: State, found: State, reading: State | None, bounds: Bounds) -> State:
    """Return the state that the project shall declare.

    ``reading`` is what a server made of the declared state: an object that reads the same as what was found is left as
    it is declared.
    """
    return State(_objects(declared, found, reading, bounds))


def _objects(declared: State, found: State, reading: State | None, bounds: Bounds) -> Iterator[Object]:
    for item in found:
        mine = declared.get(item.key)
        shall = _with_hints(_owned(item, mine), mine)
        yield mine if mine is not None and _is_same(item, reading) else shall
    if not found.of(Raw):  # what raw SQL made is in no catalogue as such
        yield from declared.of(Raw)
    if bounds != Bounds():
        yield from (
            item for item in declared if item.key not in found.objects and item.kind != Raw.kind and bounds.leave(item)
        )
    yield from _owners(declared, found, bounds)


def _with_hints(item: Object, mine: Object | None) -> Object:
    """Return what was found with what only a declaration can say."""
    said = getattr(mine, "depends_on", ())
    return item.model_copy(update={"depends_on": said}) if said else item


def _owned(item: Object, mine: Object | None) -> Object:
    """Return privileges that were found with the owner that is declared: who that is was not asked for."""
    if isinstance(item, Privileges) and isinstance(mine, Privileges) and mine.owner is not None:
        return item.model_copy(update={"owner": mine.owner})
    return item


def _owners(declared: State, found: State, bounds: Bounds) -> Iterator[Object]:
    """Yield what is declared of owners of things on which no privileges were found."""
    for item in declared.of(Privileges):
        there = item.target in found.objects or item.of == Namespace.kind
        if item.owner is not None and there and item.key not in found.objects and not bounds.leave(item):
            yield item.model_copy(update={"grants": ()})


def _namespace(item: Object) -> str:
    return item.name if isinstance(item, Namespace) else item.place[0] if item.place else ""


def _is_same(item: Object, reading: State | None) -> bool:
    return reading is not None and reading.get(item.key) == item


def differing(declared: State, goal: State) -> set[Key]:
    """Return the keys of what only one of two states has, or has otherwise."""
    keys = declared.objects.keys() | goal.objects.keys()
    return {key for key in keys if declared.get(key) != goal.get(key)}
