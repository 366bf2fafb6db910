"""What holds on to an object that has to make way for a while: all that the server keeps parsed over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.claims import rests_on
from fluxc.model.mentions import words
from fluxc.model.query import expands
from fluxc.model.state import Key, Object, State
from fluxc.plan.members import dropping
from fluxc.plan.ordering import ordered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from fluxc.plan.operation import Operation

_READING = frozenset({"view", "materialized_view", "rule"})


def fallen(torn: Collection[Key], state: State) -> list[Operation]:
    """Return the drops, in their order, of what holds on to what goes for a while, and of what lies in that."""
    holders = [item for item in state if item.parsed]
    return _drops([item for item in holders if rests_on(item, state) & set(torn)], holders, state)


def renamed_away(key: Key, state: State) -> list[Operation]:
    """Return the drops, in their order, of the views and rules that say the name of an object that gets another.

    The server would go on with them, but under the old name where they show it, and other than they will be written.
    """
    readers = [item for item in state if item.kind in _READING]
    first = [item for item in readers if _says(item, key, state)]
    return _drops(first, [item for item in state if item.parsed], state) if first else []


def _says(item: Object, key: Key, state: State) -> bool:
    name, texts = key.path[-1], [text for text in (getattr(item, each) for each in item.loose) if text]
    if key.kind == "namespace":
        return any(name in words(text) for text in texts)
    return any(name in words(text) or expands(text) for text in texts) and key in rests_on(item, state)


def _drops(first: Iterable[Object], holders: Collection[Object], state: State) -> list[Operation]:
    down: dict[Key, Object] = {}
    falling = list(first)
    while falling:
        for item in falling:
            inside = state.under(item.key.path) if len(item.place) == 1 else []
            down |= {each.key: each for each in (item, *inside)}
        falling = [item for item in holders if item.key not in down and rests_on(item, state) & down.keys()]
    return ordered([dropping(item) for item in down.values()], state, State())
