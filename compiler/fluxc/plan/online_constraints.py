"""Constraints added to tables in use: for rows to come first, then held against those that are there; keys by index."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fluxc.model.constraint import Check, ForeignKey, PrimaryKey, Unique
from fluxc.model.state import Key
from fluxc.plan.constraints import AddConstraint, DropConstraint, ValidateConstraint
from fluxc.plan.moves_keys import BuildKeyIndex
from fluxc.plan.swapped import ReplaceConstraint, ReplaceKey
from fluxc.plan.temporary_names import unused_name

if TYPE_CHECKING:
    from fluxc.plan.online import Moves, Scene

PARTED_SINCE: Final = 18
"""The server from which on foreign keys of and to partitioned tables may be added for rows to come."""


def constraint_moves(operation: AddConstraint, scene: Scene) -> Moves | None:
    """Return a constraint in moves, None where servers have no other way than to look at all rows at once."""
    new = operation.new
    if operation.new_table or operation.absorbed or operation.spread.only:
        return None
    if isinstance(new, Check | ForeignKey):
        return _unchecked_moves(new, scene) if new.valid and new.enforced else None
    if isinstance(new, PrimaryKey | Unique) and can_use_index(operation, scene):
        return [(3, BuildKeyIndex(new, new.name)), (4, AddConstraint(new, index=new.name))]
    if isinstance(new, Unique) and not new.temporal and scene.is_parted(new.place):
        from fluxc.plan.online_partitions import spread_moves  # most tables are in one piece

        return spread_moves(new, scene)
    return None


def _unchecked_moves(new: Check | ForeignKey, scene: Scene) -> Moves | None:
    if _may_come_unchecked(new, scene):
        unchecked = new.model_copy(update={"valid": False})
        behind = 2 if isinstance(new, ForeignKey) and new.target == new.place else 0  # its key may come with it
        checked = ValidateConstraint(unchecked, new, just_added=True)
        return [(2 + behind, AddConstraint(unchecked)), (3 + behind, checked)]
    if isinstance(new, ForeignKey) and scene.is_parted(new.place):
        from fluxc.plan.online_partitions import reference_moves  # most tables are in one piece

        return reference_moves(new, scene)
    return None


def constraint_dropped(operation: DropConstraint, scene: Scene) -> Moves | None:
    """Return what drops a constraint that the way back brings again in steps of its own."""
    old = operation.old
    if operation.spread.only or operation.index is not None or scene.is_coming(old.key):
        return None
    if isinstance(old, Check | ForeignKey):
        restorable = is_restorable(old, scene)
    else:
        more = operation.identifying or operation.clustered or old.doc
        restorable = not more and can_use_index(AddConstraint(old), scene)
    return [(0, replace(operation, restorable=True))] if restorable else None


def is_restorable(old: Check | ForeignKey, scene: Scene) -> bool:
    """Return whether a check or a foreign key may come back for rows to come."""
    return old.valid and old.enforced and _may_come_unchecked(old, scene)


def can_use_index(operation: AddConstraint, scene: Scene) -> bool:
    """Return whether a key may be given an index that is there, and holds the same way then."""
    if operation.new_table or operation.absorbed or operation.spread.only:
        return False
    new = operation.new
    if isinstance(new, PrimaryKey) and scene.has_relatives(new.place):
        return False  # its columns refuse nulls in a way of their own then
    return isinstance(new, PrimaryKey | Unique) and not new.temporal and not scene.is_parted(new.place)


def key_replaced(old: PrimaryKey | Unique, new: PrimaryKey | Unique, scene: Scene) -> Moves:
    """Return what replaces a key without a moment at which neither holds."""
    name = unused_name(new, "new", scene)
    return [(3, BuildKeyIndex(new, name)), (4, ReplaceKey(old, new, name))]


def constraint_replaced(dropped: DropConstraint, added: AddConstraint, scene: Scene) -> Moves | None:
    """Return what replaces a check or a foreign key without a moment at which neither holds, where it can be."""
    old, moves = dropped.old, constraint_moves(added, scene)
    if moves is None or not isinstance(old, Check | ForeignKey):
        return None
    come = moves[0][1].subject
    whole = isinstance(moves[0][1], AddConstraint) and is_restorable(old, scene)
    if not (whole and isinstance(come, Check | ForeignKey)):
        return [(2, dropped), *moves]
    return [(moves[0][0], ReplaceConstraint(old, come)), *moves[1:]]


def _may_come_unchecked(new: Check | ForeignKey, scene: Scene) -> bool:
    if isinstance(new, ForeignKey):
        parted = scene.is_parted(new.place) or scene.is_parted(new.target)
        return scene.target >= PARTED_SINCE or not parted
    heirs = scene.before.heirs(new.place)
    return not any(
        Key(Check.kind, (*path, new.name)) in state.objects for path in heirs for state in (scene.before, scene.after)
    )
