"""Indexes and constraints that get another definition: the new one comes as the old one goes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxc.model.claims import rests_on
from fluxc.model.constraint import Check, ForeignKey, PrimaryKey, Unique
from fluxc.model.index import Index
from fluxc.plan.columns import SetType
from fluxc.plan.constraints import AddConstraint, DropConstraint
from fluxc.plan.indexes import CreateIndex, DropIndex
from fluxc.plan.online_constraints import can_use_index, constraint_replaced, key_replaced
from fluxc.plan.online_indexes import index_replaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.plan.online import Moves, Scene
    from fluxc.plan.operation import Operation


def replaced(operations: Sequence[Operation], possible: set[int], scene: Scene) -> tuple[dict[int, Moves], set[int]]:
    """Return what replaces indexes and constraints, by the number of an operation, and the numbers that it stands for.

    One that cannot be is taken out of what is ``possible``: it is dropped and made again in one transaction, as long as
    that takes.
    """
    found: dict[int, Moves] = {}
    left: set[int] = set()
    drops = {
        operation.key: number
        for number, operation in enumerate(operations)
        if isinstance(operation, DropIndex | DropConstraint)
    }
    for end, operation in enumerate(operations):
        start = drops.get(operation.key)
        if start is None or start > end or not isinstance(operation, CreateIndex | AddConstraint):
            continue
        at, moves = _told(operations, start, end, scene) if {start, end} <= possible else (end, None)
        if moves is None:
            if isinstance(operation.new, Check | ForeignKey):
                continue  # it goes, and comes for rows to come first
            possible -= {start, end}
            if isinstance(operation, CreateIndex):
                found[end], left = [(0, replace(operation, anew=True))], left | {end}
        else:
            found[at] = moves
            left |= {start, end}
    return found, left


def _told(operations: Sequence[Operation], start: int, end: int, scene: Scene) -> tuple[int, Moves | None]:
    """Return where one is replaced, and how: where it would be made, or, if it cannot stay till then, where it goes."""
    old, new = operations[start].subject, operations[end].subject
    between = operations[start + 1 : end]
    retyped = any(isinstance(item, SetType) and item.table == old.place for item in between)
    if retyped or scene.is_parted(new.place):
        return end, None
    effects = [item.effects(scene.before, scene.after) for item in between]
    frees = operations[start].effects(scene.before, scene.after).frees
    stays = not any(effect.ends & rests_on(old, scene.before) or effect.takes & frees for effect in effects)
    comes = not any(effect.makes & rests_on(new, scene.after) for effect in effects)
    if isinstance(old, Index) and isinstance(new, Index) and not new.identifying and (stays or comes):
        return (end if stays else start), index_replaced(old, new, scene)
    if isinstance(old, PrimaryKey | Unique) and isinstance(new, PrimaryKey | Unique) and stays:
        added = operations[end]
        if (
            isinstance(added, AddConstraint)
            and can_use_index(added, scene)
            and not (old.identifying or new.identifying)
        ):
            return end, key_replaced(old, new, scene)
    if isinstance(old, Check | ForeignKey) and stays:
        dropped, added = operations[start], operations[end]
        if isinstance(dropped, DropConstraint) and isinstance(added, AddConstraint):
            return end, constraint_replaced(dropped, added, scene)
    return end, None
