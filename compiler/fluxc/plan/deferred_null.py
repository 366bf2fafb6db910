"""A column becomes a required one: in between a trigger fills what old code leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.model.mirror import Mirror, Side
from fluxc.plan.deferred import Deferred
from fluxc.plan.moves import Backfill
from fluxc.plan.online_columns import is_constant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.column import Column
    from fluxc.model.state import Key
    from fluxc.plan.operation import Objects, Operation, Path


@dataclass(frozen=True)
class DeferredNull(Deferred):
    """A column that refuses nulls from now on, with the expression that fills them; ``fresh`` where it is a new one."""

    column: Column
    expression: str
    fresh: bool

    @property
    def path(self) -> Path:
        return self.column.key.path

    @property
    def tells(self) -> frozenset[Key]:
        return frozenset() if self._comes_filled else frozenset({self.column.key})

    @property
    def mirror(self) -> Mirror:
        """Return what fills rows to come."""
        return Mirror(self.column.place, (Side(self.column.name, self.column.type, self.expression),))

    @property
    def _comes_filled(self) -> bool:
        """Return whether the column is added with its value for every row, which then need not be written."""
        return self.fresh and is_constant(self.expression)

    def undo(self, objects: Objects) -> None:
        objects[self.column.key] = self._loose

    def begin(self, objects: Objects) -> None:
        for item in (self.mirror.function, self.mirror.trigger):
            objects[item.key] = item

    def complete(self, objects: Objects) -> None:
        objects[self.column.key] = self.column

    def strip(self, objects: Objects) -> None:
        del objects[self.mirror.trigger.key]
        del objects[self.mirror.function.key]

    def fills(self) -> Iterator[Operation]:
        if not self._comes_filled:
            yield Backfill(self._loose, self._loose if self.fresh else self.column, self.expression, mirrored=True)

    @property
    def _loose(self) -> Column:
        return self.column.model_copy(update={"nullable": True})
