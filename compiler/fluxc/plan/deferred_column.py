"""A column gets another name: in between it has both, and a trigger keeps them in step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.model.claims import mentioned
from fluxc.model.column import Column
from fluxc.model.constraint import PrimaryKey, Unique
from fluxc.model.index import Index, IndexPart
from fluxc.model.mirror import Mirror, Side
from fluxc.model.names import quote
from fluxc.model.privileges import Privileges
from fluxc.model.state import Key
from fluxc.plan.copies import CheckCopy
from fluxc.plan.deferred import Deferred, free_name, take_back, taken_names
from fluxc.plan.moved_columns import column_renamed
from fluxc.plan.moves import Backfill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.claims import Claim
    from fluxc.model.state import Object
    from fluxc.plan.columns import RenameColumn
    from fluxc.plan.operation import Objects, Operation, Path, Rename


@dataclass(frozen=True)
class DeferredColumn(Deferred):
    """The rename of a column, and those of what is named after it.

    The copy under the new name has copies of the indexes over the column, under names that nothing takes.
    """

    rename: RenameColumn
    others: tuple[Rename, ...]
    taken: frozenset[Claim]

    @property
    def renames(self) -> bool:
        return True

    @property
    def path(self) -> Path:
        return self.rename.key.path

    @property
    def tells(self) -> frozenset[Key]:
        return frozenset({self.rename.key})

    @property
    def stands_in(self) -> frozenset[Key]:
        return frozenset({self.mirror.trigger.key, self.copy.key})

    @property
    def copies(self) -> frozenset[Key]:
        return frozenset({self.copy.key})

    @property
    def copy(self) -> Column:
        """Return the copy: it takes what the trigger gives it."""
        new = self.rename.new
        return Column(
            place=new.place,
            name=new.name,
            type=new.type,
            nullable=True,
            collation=new.collation,
            storage=new.storage,
            compression=new.compression,
        )

    @property
    def mirror(self) -> Mirror:
        """Return what keeps both in step."""
        old, new = self.rename.old, self.rename.new
        collated = new.collation is not None
        kept = Side(new.name, new.type, quote(old.name), collated), Side(old.name, new.type, quote(new.name), collated)
        return Mirror(new.place, (kept[0],), (kept[1],))

    def undo(self, objects: Objects) -> None:
        wanted, key = objects[self.rename.new.key], self.rename.old.key
        take_back(self.rename, self.others, objects)
        if isinstance(wanted, Column) and wanted.nullable:  # new code may leave it out
            objects[key] = objects[key].model_copy(update={"nullable": True})

    def begin(self, objects: Objects) -> None:
        for item in (self.copy, self.mirror.function, self.mirror.trigger, *self._grants(objects)):
            objects[item.key] = item

    def complete(self, objects: Objects) -> None:
        for item in self._indexes(objects):
            objects[item.key] = item

    def strip(self, objects: Objects) -> None:
        indexes = [item.key for item in objects.values() if isinstance(item, Index) and self._is_over_copy(item)]
        grants = [item.key for item in objects.values() if isinstance(item, Privileges) and item.key.path == self.path]
        for key in (*indexes, *grants, self.mirror.trigger.key, self.mirror.function.key, self.copy.key):
            del objects[key]

    def fills(self) -> Iterator[Operation]:
        yield Backfill(self.copy, self.copy, quote(self.rename.old.name), copied=True, mirrored=True)

    def checks(self) -> Iterator[Operation]:
        yield CheckCopy(self.copy, quote(self.rename.old.name))

    def _grants(self, objects: Objects) -> list[Object]:
        there = Key(Privileges.kind, (*self.rename.old.key.path,))
        found = objects.get(there)
        return [found.at(*self.path)] if found is not None else []

    def _is_over_copy(self, item: Object) -> bool:
        return item.place == self.rename.new.place and self.rename.new.name in mentioned(item)

    def _indexes(self, objects: Objects) -> Iterator[Index]:
        """Yield copies of the indexes over the column, and of those of its keys."""
        table, old, new = self.rename.new.place, self.rename.old.name, self.rename.new.name
        taken = set(self.taken) | taken_names(objects.values())
        over = [item for item in objects.values() if item.place == table and old in mentioned(item)]
        for item in over:
            index = key_index(item) if isinstance(item, PrimaryKey | Unique) else item
            if not isinstance(index, Index):
                continue
            alone: Objects = {index.key: index.model_copy(update={"clustered": False, "identifying": False})}
            column_renamed(alone, table, old, new)
            (moved,) = alone.values()
            found = moved.at(*table, free_name(item.name, new, table, taken))
            taken |= taken_names([found])
            assert isinstance(found, Index)
            yield found.model_copy(update={"doc": None})


def key_index(item: PrimaryKey | Unique) -> Index:
    """Return an index like that of a key."""
    return Index(
        place=item.place,
        name=item.name,
        parts=tuple(IndexPart(column=name) for name in item.columns),
        unique=True,
        include=item.include,
        nulls_distinct=getattr(item, "nulls_distinct", True),
    )
