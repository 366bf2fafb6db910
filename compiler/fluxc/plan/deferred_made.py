"""Columns take the places of others, of which they are made: in between all are there, and are kept in step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.model.claims import mentioned
from fluxc.model.column import Column
from fluxc.model.mirror import Mirror, Side
from fluxc.plan.columns import DropNotNull
from fluxc.plan.copies import CheckCopy
from fluxc.plan.deferred import Deferred
from fluxc.plan.moves import Backfill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import Key, Object
    from fluxc.plan.columns import AddColumn, DropColumn
    from fluxc.plan.operation import Objects, Operation, Path


@dataclass(frozen=True)
class DeferredMade(Deferred):
    """The columns of a table that are new and those that go; ``members`` is what rests on these."""

    added: tuple[AddColumn, ...]
    dropped: tuple[DropColumn, ...]
    members: tuple[Object, ...]

    @property
    def path(self) -> Path:
        return self.added[0].key.path

    @property
    def tells(self) -> frozenset[Key]:
        return frozenset(item.key for item in self.added)

    @property
    def copies(self) -> frozenset[Key]:
        """Return the new columns, where what is written into them is told by the old ones as well."""
        told = all(item.back is not None for item in self.dropped)
        return frozenset(item.key for item in self.added) if told else frozenset()

    @property
    def loose(self) -> tuple[Column, ...]:
        return tuple(self._kept(item).model_copy(update={"nullable": True}) for item in self.dropped)

    @property
    def mirror(self) -> Mirror:
        """Return what keeps all in step."""
        new = (Side(item.new.name, item.new.type, item.backfill or "null") for item in self.added)
        old = (Side(item.old.name, item.old.type, item.back or "") for item in self.dropped)
        return Mirror(self.added[0].new.place, tuple(new), tuple(old))

    def undo(self, objects: Objects) -> None:
        for item in (*map(self._kept, self.dropped), *self.members):
            objects[item.key] = item

    def begin(self, objects: Objects) -> None:
        for item in self.added:
            objects[item.key] = _loose(item.new)
        for made in (self.mirror.function, self.mirror.trigger):
            objects[made.key] = made

    def complete(self, objects: Objects) -> None:
        for item in self.added:
            objects[item.key] = item.new.model_copy(update={"default": None})

    def strip(self, objects: Objects) -> None:
        for item in self.added:
            objects[item.key] = item.new
        for gone in (*self.members, self.mirror.trigger, self.mirror.function, *(item.old for item in self.dropped)):
            del objects[gone.key]

    def fills(self) -> Iterator[Operation]:
        for item in self.added:
            yield Backfill(_loose(item.new), _loose(item.new), item.backfill or "null", copied=True, mirrored=True)

    def checks(self) -> Iterator[Operation]:
        for item, loose in zip(self.dropped, self.loose, strict=True):
            if item.back is None:
                continue
            if not item.old.nullable:
                yield DropNotNull(item.old, loose, restoring=f"{item.old.name}_not_null")
            yield CheckCopy(loose, item.back, coarser=True)

    @staticmethod
    def _kept(item: DropColumn) -> Column:
        """Return an old column as it is in between: where nothing tells it, new code leaves it out."""
        left_out = item.back is None and item.old.default is None and not item.old.sequence
        return item.old.model_copy(update={"nullable": True}) if left_out else item.old


def _loose(column: Column) -> Column:
    return column.model_copy(update={"nullable": True, "default": None})


def members_over(columns: frozenset[str], inside: list[Object], after: Objects) -> tuple[Object, ...]:
    """Return what of a table is made of columns that go, and goes with them."""
    return tuple(
        item for item in inside if not isinstance(item, Column) and item.key not in after and columns & mentioned(item)
    )
