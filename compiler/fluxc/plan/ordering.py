"""One order for all operations: their dependencies first, then stage, table, rank and name."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Any

from fluxc.plan.columns import AddColumn
from fluxc.plan.tables import CreateTable, DropTable

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from fluxc.model.state import Key, State
    from fluxc.plan.operation import Operation


class CircularPlanError(Exception):
    """Operations wait for each other in a circle, which is a bug of the planner."""


def ordered(operations: Sequence[Operation], before: State, after: State) -> list[Operation]:
    """Return the operations so that each finds what it needs and nothing goes that is still in use.

    Where several could be next, creations of new tables come in the order given, everything else by stage, table,
    rank and name.  What waits for itself in a circle is taken apart: it leaves what was before it takes what comes.
    """
    follows, waiting = _edges(operations, before, after)
    ranks = _priorities(operations, after)
    ready = [(ranks[number], number) for number in range(len(operations)) if not waiting[number]]
    heapify(ready)
    result: list[int] = []
    while ready:
        _, number = heappop(ready)
        result.append(number)
        for later in follows[number]:
            waiting[later] -= 1
            if not waiting[later]:
                heappush(ready, (ranks[later], later))
    if len(result) < len(operations):
        from fluxc.plan.circles import parted  # a circle is rare

        stuck = [operation for operation, count in zip(operations, waiting, strict=True) if count]
        apart = [
            part for operation in operations for part in (parted(operation) if operation in stuck else (operation,))
        ]
        if len(apart) > len(operations):
            return ordered(apart, before, after)
        raise CircularPlanError("; ".join(operation.describe() for operation in stuck[:10]))
    if before.objects:
        from fluxc.plan.closing import closed_up  # nothing makes way where nothing was

        result = closed_up(result, operations, follows, before, after)
    return [operations[number] for number in result]


def _priorities(operations: Sequence[Operation], after: State) -> list[tuple[Any, ...]]:
    position = {
        operation.key.path: number for number, operation in enumerate(operations) if isinstance(operation, CreateTable)
    }
    dropped = {
        operation.key.path: number for number, operation in enumerate(operations) if isinstance(operation, DropTable)
    }
    calls: Mapping[Key, int] = _calls(operations, after) if after.routines else {}
    found: list[tuple[Any, ...]] = []
    for number, operation in enumerate(operations):
        stage, rank = operation.order
        table = operation.table or ()
        # columns come in the order of the file
        written = number if isinstance(operation, AddColumn) else calls.get(operation.key, 0) if calls else 0
        if table in position and stage in {2, 3}:
            found.append((2, position[table] + 1, (), rank, written, operation.key))
        elif table in dropped and (stage == 6 or operation.subject.attached):
            stage = 6
            found.append((stage, dropped[table], (), rank, written, operation.key))
        else:
            found.append((stage, 0, table, rank, written, operation.key))
    return found


def _edges(operations: Sequence[Operation], before: State, after: State) -> tuple[list[list[int]], list[int]]:
    """Return for each operation those that wait for it, and for each the number of operations it waits for."""
    effects = [operation.effects(before, after) for operation in operations]
    needed = frozenset["Key"]().union(*(effect.needs for effect in effects))
    makers = index(effect.makes & needed for effect in effects)
    leavers = index(effect.leaves for effect in effects)
    freers = index(effect.frees for effect in effects)
    enders = index(effect.ends for effect in effects)
    follows: list[list[int]] = [[] for _ in operations]
    waiting = [0] * len(operations)
    for number, effect in enumerate(effects):
        first = {maker for key in effect.needs for maker in makers.get(key, ())}
        first |= {leaver for key in effect.ends for leaver in leavers.get(key, ())}
        first |= {freer for claim in freers.keys() & effect.takes for freer in freers[claim]}
        first |= {ender for key in enders.keys() & effect.makes for ender in enders[key]}
        first.discard(number)
        for one in first:
            follows[one].append(number)
        waiting[number] = len(first)
    if after.routines:
        from fluxc.plan.routine_order import make_room, put_off  # many schemas have no routines

        put_off(operations, effects, follows, waiting, after)
        make_room(operations, follows, waiting)
    return follows, waiting


def _calls(operations: Sequence[Operation], after: State) -> Mapping[Key, int]:
    """Return the place of each routine that is made behind those that it calls."""
    from fluxc.plan.routine_order import call_order  # many schemas have no routines

    return call_order(operations, after)


def index(groups: Iterable[Iterable[Hashable]]) -> dict[Hashable, list[int]]:
    """Return the numbers of the groups that each item is in."""
    found: dict[Hashable, list[int]] = {}
    for number, group in enumerate(groups):
        for item in group:
            found.setdefault(item, []).append(number)
    return found
