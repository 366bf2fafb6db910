"""The order in which routines are made that call each other in bodies the server does not look into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model.claims import rests_on
from fluxc.model.mentions import mentioned
from fluxc.model.routine import Routine
from fluxc.model.state import ROUTINES
from fluxc.plan.column_options import SetExpression
from fluxc.plan.columns import AddColumn
from fluxc.plan.constraints import AddConstraint
from fluxc.plan.indexes import CreateIndex
from fluxc.plan.materialized_views import CreateMaterializedView
from fluxc.plan.ordering import index
from fluxc.plan.routines import CreateRoutine, DropRoutine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fluxc.model.state import Key, State
    from fluxc.plan.operation import Effects, Operation


def call_order(operations: Iterable[Operation], after: State) -> Mapping[Key, int]:
    """Return the place of each routine that is made behind those that its body calls.

    Those that call each other come in the order of their names.  An index over a function is built with the functions
    that its body calls.
    """
    made = [operation.new for operation in operations if isinstance(operation, CreateRoutine)]
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


def _alike(one: Routine, other: Routine) -> bool:
    """Return whether a call can mean either of two routines, since defaults fill in what it leaves out."""
    if (one.place, one.called) != (other.place, other.called):
        return False
    types, others = ([each.type for each in item.arguments if each.taken] for item in (one, other))
    least = max(_required(one), _required(other))
    return least <= min(len(types), len(others)) and types[:least] == others[:least]


def _required(item: Routine) -> int:
    return sum(each.taken and each.default is None for each in item.arguments)


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


def put_off(
    operations: Sequence[Operation],
    effects: Sequence[Effects],
    follows: list[list[int]],
    waiting: list[int],
    after: State,
) -> None:
    """Let what runs routines wait for what their bodies mention, as far as this does not wait for it in turn."""
    makers = index(effect.makes for effect in effects)
    for number, operation in enumerate(operations):
        if not isinstance(operation, _RUNNING):
            continue
        keys = run_needs(effects[number].needs, after)
        first = {maker for key in keys for maker in makers.get(key, ())} - {number}
        behind = _behind(number, follows) if first else set[int]()
        for one in sorted(first - behind):
            if number not in follows[one]:
                follows[one].append(number)
                waiting[number] += 1


def make_room(operations: Sequence[Operation], follows: list[list[int]], waiting: list[int]) -> None:
    """Let a routine wait for the end of one that a call could mean as well, as far as that does not wait for it."""
    gone = [(number, each.old) for number, each in enumerate(operations) if isinstance(each, DropRoutine)]
    for number, operation in enumerate(operations) if gone else ():
        if not isinstance(operation, CreateRoutine):
            continue
        for one, old in gone:
            if _alike(old, operation.new) and number not in follows[one] and one not in _behind(number, follows):
                follows[one].append(number)
                waiting[number] += 1


def _behind(number: int, follows: Sequence[Sequence[int]]) -> set[int]:
    """Return all that waits for an operation, itself or by what it waits for."""
    seen = {number}
    open_ones = [number]
    while open_ones:
        fresh = set(follows[open_ones.pop()]) - seen
        seen |= fresh
        open_ones += fresh
    return seen


_RUNNING: Final = (AddColumn, AddConstraint, CreateIndex, CreateMaterializedView, SetExpression)
"""What runs routines, over rows that are there."""
