"""The operations between two states of one constraint or index that change it in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.constraint import Check, ForeignKey, Indexed
from fluxc.model.index import Index
from fluxc.plan.constraints import SetDeferring, ValidateConstraint
from fluxc.plan.indexes import SetClustered, SetIndexParameters, SetIndexStatistics
from fluxc.plan.table_options import SetIdentifying, SetTablespace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import Object
    from fluxc.plan.operation import Operation


def member_operations(old: Object, new: Object) -> Iterator[Operation]:
    """Yield what takes a constraint or an index from ``old`` to ``new``, but for its comment."""
    if isinstance(old, Index | Indexed) and isinstance(new, Index | Indexed):
        yield from _of_index(old, new)
    elif isinstance(old, ForeignKey) and isinstance(new, ForeignKey):
        if (old.deferrable, old.deferred) != (new.deferrable, new.deferred):
            yield SetDeferring(old, new)
        if new.valid and not old.valid:
            yield ValidateConstraint(old, new)
    elif isinstance(old, Check) and isinstance(new, Check) and new.valid and not old.valid:
        yield ValidateConstraint(old, new)


def _of_index(old: Index | Indexed, new: Index | Indexed) -> Iterator[Operation]:
    if old.parameters != new.parameters:
        yield SetIndexParameters(old, new)
    if old.clustered != new.clustered:
        yield SetClustered(old, new)
    if old.identifying != new.identifying:
        yield SetIdentifying(old, new)
    if old.tablespace != new.tablespace:
        yield SetTablespace(old, new)
    if isinstance(old, Index) and isinstance(new, Index) and old.statistics != new.statistics:
        yield SetIndexStatistics(old, new)
