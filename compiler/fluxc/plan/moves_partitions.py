"""Parts of what partitioned tables get: an index or a constraint, made in one partition after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.constraint import ForeignKey, Indexed
from fluxc.model.index import Index
from fluxc.model.names import qualified
from fluxc.plan.constraints import DropConstraint
from fluxc.plan.indexes import DropIndex
from fluxc.plan.moves import LongMove, Move
from fluxc.plan.operation import Create, Operation

if TYPE_CHECKING:
    from fluxc.plan.operation import Path

Parted = Index | Indexed | ForeignKey


@dataclass(frozen=True, slots=True)
class _PartMove(Move):
    """What is done in a partition: ``copy`` is what it is to have ``of`` an index or a constraint of its table."""

    of: Parted
    copy: Parted

    @property
    def by_itself(self) -> bool:
        return True

    @property
    def subject(self) -> Parted:
        return self.of

    @property
    def index(self) -> Path:
        """Return the path of the index, which lies in the namespace of its table."""
        return (*self.copy.place[:-1], self.copy.name)


class BuildPart(LongMove, _PartMove):
    """Build the index that a partition is to have."""

    cleaned_up: ClassVar[bool] = True

    def reverse(self) -> tuple[Operation, ...]:
        return (DropPart(self.of, self.copy),)

    def describe(self) -> str:
        return f"Create index {qualified(*self.index)} while others read and write the partition"

    def hazards(self) -> tuple[str, ...]:
        return ("builds-index",)


class TakeIndex(_PartMove):
    """Make the index that was built for a partition that of a key of it."""

    def describe(self) -> str:
        return f"Add {self.copy.noun} {self.copy.sql} by its index"


class RefusePart(_PartMove):
    """Add the foreign key that a partition is to have, for rows to come."""

    def reverse(self) -> tuple[Operation, ...]:
        return (DropPart(self.of, self.copy),)

    def describe(self) -> str:
        return f"Add {self.copy.noun} {self.copy.sql}, for rows to come"


class ValidatePart(_PartMove):
    """Look at the rows of a partition, and hold them against a foreign key that saw new ones alone."""

    def describe(self) -> str:
        return f"Validate {self.copy.noun} {self.copy.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table",)


class DropPart(_PartMove):
    """Drop what was made for a partition, and did not become part of what its table has."""

    @property
    def by_itself(self) -> bool:
        return False

    @property
    def remarked_on(self) -> bool:
        return True

    def describe(self) -> str:
        return f"Drop {self.copy.noun} {self.copy.sql}, where it became part of none"


@dataclass(frozen=True, slots=True)
class AttachBuilt(Create):
    """Make an index or a constraint of a partitioned table, of which what its partitions have already becomes part."""

    new: Parted

    @property
    def by_itself(self) -> bool:
        return isinstance(self.new, ForeignKey)

    def reverse(self) -> tuple[Operation, ...]:
        return (DropIndex(self.new) if isinstance(self.new, Index) else DropConstraint(self.new),)

    def describe(self) -> str:
        return f"{Create.describe(self)} of what its partitions have"
