"""A database as a state: the objects that a schema would declare, and what it could not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from fluxc.inspect.unsaid import Unsaid
from fluxc.model.claims import claims, rests_on
from fluxc.model.state import Key, Object, State
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fluxc.inspect.scope import Kind

    Rows = Sequence[tuple[Kind, Sequence[Mapping[str, Any]]]]


class Reading(NamedTuple):
    """What a database holds; what rests on an object that the state cannot say is not in the state either."""

    state: State
    unsaid: tuple[Unsaid, ...]


def reading_of(rows: Rows) -> Reading:
    """Return the state that the rows of all kinds mean."""
    found: list[Object] = []
    unsaid: list[Unsaid] = []
    for kind, its_rows in rows:
        objects = kind.objects
        for row in its_rows:
            for item in objects(row):
                if isinstance(item, Unsaid):
                    unsaid.append(item)
                else:
                    found.append(item)
    state = State(found)
    fallen = _fallen(state, {item.key for item in unsaid if item.whole})
    if not fallen:
        return Reading(state, tuple(unsaid))
    kept = State(item for item in state if item.key not in fallen)
    partly = [item for item in unsaid if item.key not in fallen]
    return Reading(kept, tuple(_with_members([*partly, *_defined(rows, fallen)])))


def _fallen(state: State, missing: set[Key]) -> set[Key]:
    """Return the keys of the objects that cannot be there without what is missing."""
    relations = {claim[1:] for item in state for claim in claims(item) if claim[0] == "relation"}
    fallen = {item.key for item in state if len(item.place) > 1 and item.place not in relations}
    if not missing and not fallen:
        return fallen
    needs = {item.key: rests_on(item, state) for item in state}
    gone = missing | fallen
    while more := {key for key, needed in needs.items() if key not in gone and not gone.isdisjoint(needed)}:
        gone |= more
        fallen |= more
    return fallen


def _defined(rows: Rows, keys: set[Key]) -> Iterable[Unsaid]:
    """Yield the objects of these keys as what cannot be said, with their definitions."""
    for kind, its_rows in rows:
        for row in its_rows:
            for item in kind.objects(row):
                if item.key in keys and isinstance(item, Object):
                    yield Unsaid(item.key, kind.definition(row))


def _with_members(unsaid: list[Unsaid]) -> Iterable[Unsaid]:
    """Yield what cannot be said, the parts of a table behind it in its definition."""
    members: dict[tuple[str, ...], list[str]] = {
        item.key.path: [item.definition] for item in unsaid if item.whole and item.key.kind == Table.kind
    }
    for item in unsaid:
        if (its := members.get(item.key.path[:-1])) is not None and item.definition:
            its.append(item.definition)
    for item in unsaid:
        if item.whole and item.key.kind == Table.kind:
            yield Unsaid(item.key, "\n".join(members[item.key.path]))
        elif item.key.path[:-1] not in members:
            yield item
