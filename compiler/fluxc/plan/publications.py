"""Operations on publications."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.operation import Create, Drop, Operation, Rename, replacing

if TYPE_CHECKING:
    from fluxc.model.publication import Publication, PublishedTable
    from fluxc.model.state import Key, State
    from fluxc.plan.operation import Effects, Objects


class CreatePublication(Create):
    """Create a publication."""

    new: Publication
    stage: ClassVar[int] = 5

    def reverse(self) -> tuple[Operation, ...]:
        return (DropPublication(self.new),)


class DropPublication(Drop):
    """Drop a publication, which ends what is replicated by it."""

    old: Publication
    stage: ClassVar[int] = 1

    def reverse(self) -> tuple[Operation, ...]:
        return (CreatePublication(self.old),)

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)


class RenamePublication(Rename):
    """Rename a publication."""

    def reverse(self) -> tuple[Operation, ...]:
        return (RenamePublication(self.new, self.old),)

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)


@dataclass(frozen=True, slots=True)
class AlterPublication(Operation):
    """Change in place which tables are published, and what of them; ``early`` what is only a part of the change."""

    old: Publication
    new: Publication
    early: bool = False
    stage: ClassVar[int] = 5

    @property
    def subject(self) -> Publication:
        return self.new

    @property
    def resets(self) -> bool:
        """Return whether other tables or domains are published, or other parts of them."""
        return (self.old.tables, self.old.namespaces) != (self.new.tables, self.new.namespaces)

    @property
    def is_emptied(self) -> bool:
        """Return whether nothing is published any more, which cannot be set but by taking each thing out."""
        return not self.new.tables and not self.new.namespaces

    @property
    def taken_out(self) -> tuple[PublishedTable, ...]:
        """Return the tables that are taken out of a publication that is emptied."""
        return self.old.tables

    @property
    def reconfigures(self) -> bool:
        """Return whether an option changes."""
        return _options(self.old) != _options(self.new)

    @property
    def tells_stored(self) -> bool:
        """Return whether it has to be said if generated columns are published, which old servers do not know."""
        return self.old.stored != self.new.stored

    def apply(self, objects: Objects) -> None:
        objects[self.key] = self.new.model_copy(update={"doc": objects[self.key].doc})

    def reverse(self) -> tuple[Operation, ...]:
        return (AlterPublication(self.new, self.old, self.early),)

    def describe(self) -> str:
        return f"Change publication {self.new.sql}"

    def effects(self, before: State, after: State) -> Effects:
        found = replacing(self.old, self.new, before, after)
        return found._replace(makes=frozenset["Key"](), ends=found.makes) if self.early else found


def _options(item: Publication) -> tuple[object, ...]:
    return item.publish, item.via_root, item.stored
