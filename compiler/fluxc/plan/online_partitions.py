"""Indexes and constraints of partitioned tables, made in one partition after the other while others use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.constraint import ForeignKey, Unique
from fluxc.model.inherited import own_name
from fluxc.model.member_copy import MemberCopy, copied_by
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.local_keys import kept_in
from fluxc.plan.moves_partitions import AttachBuilt, BuildPart, RefusePart, TakeIndex, ValidatePart
from fluxc.plan.partial import part_of

if TYPE_CHECKING:
    from fluxc.model.index import Index
    from fluxc.plan.moves_partitions import Parted
    from fluxc.plan.online import Moves, Scene
    from fluxc.plan.operation import Path


def spread_moves(new: Index | Unique, scene: Scene) -> Moves | None:
    """Return what builds an index or a unique constraint of a partitioned table, None where it has to be done plainly.

    Primary keys have to be: with one by an index, a partition says itself, too, that columns refuse nulls.
    """
    if not _is_usual(new, scene):
        return None
    copies = [part_of(path, new, scene.after).item for path in _leaves(new, scene)]
    taking: Moves = [(4, TakeIndex(new, copy)) for copy in copies] if isinstance(new, Unique) else []
    return [*((3, BuildPart(new, copy)) for copy in copies), *taking, (4, AttachBuilt(new))]


def reference_moves(new: ForeignKey, scene: Scene) -> Moves | None:
    """Return what adds a foreign key to a partitioned table, on servers that want it valid there from the start.

    One to a partitioned table has to come plainly there: what it has for each partition of that would not be valid.
    """
    if scene.is_parted(new.target) or not _is_usual(new, scene):
        return None
    copies = [new.at(*path, new.name).model_copy(update={"doc": None}) for path in _leaves(new, scene)]
    return [
        *((2, RefusePart(new, copy)) for copy in copies),
        *((3, ValidatePart(new, copy)) for copy in copies),
        (4, AttachBuilt(new)),
    ]


def _leaves(new: Parted, scene: Scene) -> list[Path]:
    return [path for path in sorted(scene.after.partitions(new.place)) if not scene.is_parted(path)]


def _is_usual(new: Parted, scene: Scene) -> bool:
    """Return whether a table has all its partitions before and after, and they call all that they get as usual."""
    table = scene.after.get(Key(Table.kind, new.place))
    paths = tuple(scene.after.partitions(new.place))
    rolls = isinstance(table, Table) and table.rolling is not None
    return bool(paths) and not rolls and not any(_is_special(path, new, scene) for path in paths)


def _is_special(path: Path, new: Parted, scene: Scene) -> bool:
    """Return whether nobody is at work on a partition, what it gets is called in a way of its own, or is there."""
    if not scene.in_use(path) or getattr(scene.after.get(Key(Table.kind, path)), "foreign", False):
        return True
    if Key(MemberCopy.kind, (*path, new.name)) in scene.after.objects:
        return True
    if isinstance(new, ForeignKey):
        return ("constraint", *path, new.name) in scene.taken
    usual = own_name(new, path[-1])
    alike = [other for other in copied_by(path, scene.after).values() if own_name(other, path[-1]) == usual]
    return len(alike) > 1 or kept_in(path, new, scene.after) is not None
