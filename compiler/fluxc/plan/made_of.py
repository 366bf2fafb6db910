"""Which types are made of which, and which columns hold values of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.claims import rests_on
from fluxc.model.column import Column
from fluxc.model.composite import Composite
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.range_type import RangeType
from fluxc.model.types import parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from fluxc.model.state import Key, Object, State


def dependants(item: Object, state: State) -> tuple[Object, ...]:
    """Return the types that are made of a type, directly or not, in an order in which they can be made."""
    return in_order({key for key in reached({item.key}, state) if key != item.key}, state)


def reached(keys: Iterable[Key], state: State) -> set[Key]:
    """Return keys of types with those of all that are made of them, directly or not."""
    needs = {item.key: rests_on(item, state) for item in state if isinstance(item, DomainType | Composite | RangeType)}
    found = set(keys)
    growing = True
    while growing:
        more = {key for key in needs if key not in found and needs[key] & found}
        found |= more
        growing = bool(more)
    return found


def in_order(keys: Collection[Key], state: State) -> tuple[Object, ...]:
    """Return the objects of these keys, each behind those of them that it is made of."""
    waiting = {key: rests_on(state.objects[key], state) & set(keys) - {key} for key in sorted(keys)}
    found: dict[Key, Object] = {}
    while waiting:
        ready = [key for key in waiting if waiting[key] <= found.keys()] or list(waiting)
        for key in ready:
            found[key] = state.objects[key]
            del waiting[key]
    return tuple(found.values())


def paths(items: Iterable[Object]) -> set[tuple[str, ...]]:
    """Return the paths of the types that objects are or bring."""
    return {(*item.place, name) for item in items for name in item.type_names}


def used(item: Object, state: State) -> bool:
    """Return whether a column is of a type, or of one that is made of it."""
    known = paths((item, *dependants(item, state)))
    return any(parse(column.type).path in known for column in state.of(Column))


def turned(
    removed: Iterable[Object], added: Iterable[Object], before: State, after: State
) -> list[tuple[Object, Object]]:
    """Return the types that become another kind of type under their names while columns are of them."""
    kinds = Enum | DomainType | Composite | RangeType
    come = {item.key.path: item for item in added if isinstance(item, kinds)}
    pairs = ((item, come[item.key.path]) for item in removed if isinstance(item, kinds) and item.key.path in come)
    return [(old, new) for old, new in pairs if used(old, before) and used(new, after)]


def held_within(item: Object, state: State) -> bool:
    """Return whether a column holds values of a type within others: in arrays, composites or ranges."""
    found = (parse(column.type) for column in state.of(Column))
    if any(each.array and each.path == item.key.path for each in found):
        return True
    holders = (other for other in dependants(item, state) if _holds(other))
    return any(used(other, state) for other in holders)


def _holds(item: Object) -> bool:
    """Return whether a type has others within it: a domain type is only another face of what it is based on."""
    return not isinstance(item, DomainType) or parse(item.type).array
