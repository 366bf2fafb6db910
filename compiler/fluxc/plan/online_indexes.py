"""Indexes built and dropped while others read and write their table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fluxc.plan.comments import SetComment
from fluxc.plan.indexes import CreateIndex, DropIndex, RenameIndex, SetClustered, SetIndexStatistics
from fluxc.plan.table_options import SetIdentifying
from fluxc.plan.temporary_names import unused_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.index import Index
    from fluxc.plan.online import Moves, Scene
    from fluxc.plan.operation import Operation


def is_plain(operation: CreateIndex | DropIndex, scene: Scene) -> bool:
    """Return whether an index can be built or dropped so, as far as the operation tells."""
    if operation.holding or operation.spread.only:
        return False
    if isinstance(operation, CreateIndex):
        return not (operation.new_table or operation.absorbed)
    return not (operation.old.identifying or scene.is_parted(operation.subject.place))


def index_moves(operation: CreateIndex, scene: Scene) -> Moves | None:
    """Return what builds an index."""
    if scene.is_parted(operation.new.place):
        from fluxc.plan.online_partitions import spread_moves  # most tables are in one piece

        return spread_moves(operation.new, scene)
    built = bare(operation.new)
    return [(3, CreateIndex(built, concurrently=True)), *((4, item) for item in completed(built, operation.new))]


def index_dropped(operation: DropIndex) -> Moves:
    """Return what drops an index: at once, since what comes behind it may rest on that."""
    return [(0, replace(operation, concurrently=True))]


def index_replaced(old: Index, new: Index, scene: Scene) -> Moves:
    """Return what replaces an index without a moment at which neither is there."""
    coming = bare(new.at(*new.place, unused_name(new, "new", scene)))
    going = old.at(*old.place, unused_name(old, "old", scene))
    renamed = bare(new)
    return [
        (3, CreateIndex(coming, concurrently=True, replacing=new.name)),
        (4, RenameIndex(old, going)),
        (4, RenameIndex(coming, renamed)),
        *((4, item) for item in completed(renamed, new)),
        (5, DropIndex(going, concurrently=True)),
    ]


def bare(item: Index) -> Index:
    """Return an index without what is said of it in statements of their own."""
    return item.model_copy(update={"doc": None, "clustered": False, "identifying": False, "statistics": ()})


def completed(built: Index, new: Index) -> Iterator[Operation]:
    """Yield what says the rest of an index."""
    for kind, name in _REST:
        if getattr(built, name) != (value := getattr(new, name)):
            more = built.model_copy(update={name: value})
            yield kind(built, more)
            built = more


_REST: Final = (
    (SetClustered, "clustered"),
    (SetIdentifying, "identifying"),
    (SetIndexStatistics, "statistics"),
    (SetComment, "doc"),
)
