"""The order in which routines are made that call each other in bodies the server does not look into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.claims import rests_on
from fluxc.model.mentions import mentioned
from fluxc.model.routine import Routine
from fluxc.model.state import ROUTINES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fluxc.model.state import Key, State


def call_order(made: Iterable[Routine], after: State) -> Mapping[Key, int]:
    """Return the place of each routine behind those that its body calls, as far as they do not call each other.

    An index over a function is built with the functions that its body calls.
    """
    routines = {item.key: item for item in sorted(made, key=lambda item: item.key)}
    calls = {key: sorted(_called(item, after) & routines.keys()) for key, item in routines.items()}
    order: dict[Key, int] = {}
    seen: set[Key] = set()
    for first in routines:
        waiting = [(first, False)]
        while waiting:
            key, done = waiting.pop()
            if done:
                order.setdefault(key, len(order))
            elif key not in seen:
                seen.add(key)
                waiting += [(key, True), *((other, False) for other in reversed(calls[key]))]
    return order


def _called(item: Routine, after: State) -> set[Key]:
    return {key for text in item.bodies for key in mentioned(text, item.place[0], after)}


def run_needs(needs: Iterable[Key], after: State) -> set[Key]:
    """Return what the bodies of routines mention that are called here, those that they call in turn among them.

    The server looks at it when such a routine runs: where rows are checked, an index is built or a view is filled.
    """
    found: set[Key] = set()
    waiting = [key for key in needs if key.kind in ROUTINES]
    seen = set(waiting)
    while waiting:
        item = after.get(waiting.pop())
        if isinstance(item, Routine):
            more = _called(item, after) | {key for key in rests_on(item, after) if key.kind in ROUTINES}
            found |= more
            waiting += (fresh := {key for key in more if key.kind in ROUTINES} - seen)
            seen |= fresh
    return found
