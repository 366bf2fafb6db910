"""What fills rows of a column that a view or a policy reads, ahead of the moment for which that is away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.mentions import words
from fluxc.plan.columns import AddColumn, SetNotNull
from fluxc.plan.steps import in_between

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from fluxc.plan.online import Moves, Scene
    from fluxc.plan.operation import Operation

    Moved = Callable[[Operation, Scene], Moves | None]


def lifted(operations: Sequence[Operation], scene: Scene, moves: Moved) -> list[Operation]:
    """Return ordered operations with those that take several ``moves`` ahead of such a moment, where they may be.

    New columns of the same tables come along, so that columns stay in their order.
    """
    found: list[Operation] = []
    moment: list[Operation] = []
    for operation, away in zip(operations, in_between(operations), strict=True):
        if not away:
            found += _ahead(moment, scene, moves)
            moment = []
        moment.append(operation)
    return [*found, *_ahead(moment, scene, moves)]


def _ahead(moment: list[Operation], scene: Scene, moves: Moved) -> list[Operation]:
    """Return the operations of one moment, the first of which is what takes something away."""
    of_rows = (item for item in moment if isinstance(item, AddColumn | SetNotNull) and scene.in_use(item.table))
    tables = {item.table for item in of_rows if len(moves(item, scene) or ()) > 1}
    early: list[Operation] = []
    rest: list[Operation] = []
    for operation in moment:
        comes = isinstance(operation, AddColumn | SetNotNull) and operation.table in tables
        if comes and not any(_is_bound(operation, other, scene) for other in rest):
            early.append(operation)
        else:
            rest.append(operation)
    return [*early, *rest]


def _is_bound(operation: Operation, other: Operation, scene: Scene) -> bool:
    """Return whether an operation has to stay behind another one."""
    mine, theirs = (item.effects(scene.before, scene.after) for item in (operation, other))
    apart = (
        mine.needs.isdisjoint(theirs.makes)
        and mine.makes.isdisjoint(theirs.ends | theirs.makes)
        and mine.takes.isdisjoint(theirs.frees)
    )
    return not apart or operation.key == other.key or _reads(operation, other)


def _reads(operation: Operation, other: Operation) -> bool:
    """Return whether the expression that fills rows may tell what another operation changes."""
    told = words(getattr(operation, "backfill", None) or "")
    path = other.key.path
    return (path[-1] if other.table == operation.table or len(path) == 1 else path[1]) in told
