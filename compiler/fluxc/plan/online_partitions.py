"""Indexes of partitioned tables, built on one partition after the other while others read and write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.inherited import own_name
from fluxc.model.member_copy import MemberCopy, copied_by
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.moves import AttachBuilt, BuildPart, SpreadIndex
from fluxc.plan.online_indexes import bare, completed
from fluxc.plan.partial import part_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.index import Index
    from fluxc.plan.indexes import CreateIndex
    from fluxc.plan.online import Moves, Scene
    from fluxc.plan.operation import Path
    from fluxc.plan.spread import Part


def spread_moves(operation: CreateIndex, scene: Scene) -> Moves | None:
    """Return what builds an index of a partitioned table, None where a partition has it in a way of its own."""
    new = operation.new
    table = scene.after.get(Key(Table.kind, new.place))
    paths = tuple(scene.after.partitions(new.place))
    rolls = isinstance(table, Table) and table.rolling is not None
    if rolls or not paths or not all(map(scene.in_use, paths)) or any(_is_special(path, new, scene) for path in paths):
        return None
    parts = tuple(_parts(new.place, new, scene))
    built = bare(new)
    return [
        (2, SpreadIndex(built, parts)),
        *((3, BuildPart(new, part)) for part in parts if not part.only),
        (4, AttachBuilt(new, parts)),
        *((4, item) for item in completed(built, new)),
    ]


def _parts(above: Path, new: Index, scene: Scene) -> Iterator[Part]:
    """Yield the copies of an index, that of a partition before those below it."""
    for path in sorted(scene.after.heirs(above)):
        yield part_of(path, new, scene.after, only=scene.is_parted(path))
        yield from _parts(path, new, scene)


def _is_special(path: Path, new: Index, scene: Scene) -> bool:
    """Return whether what a partition has of an index has another name than the server would give it, or is a key."""
    said = scene.after.get(Key(MemberCopy.kind, (*path, new.name)))
    usual = own_name(new, path[-1])
    alike = [other for other in copied_by(path, scene.after).values() if own_name(other, path[-1]) == usual]
    foreign = getattr(scene.after.get(Key(Table.kind, path)), "foreign", False)
    return said is not None or len(alike) > 1 or part_of(path, new, scene.after).there or bool(foreign)
