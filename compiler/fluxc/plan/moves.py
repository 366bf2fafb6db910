"""Operations that are parts of others: what is done on a table in use in several steps, each of which is short or weak.

The first part of each takes the whole back, however far it came; those behind it have nothing to take back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.names import qualified
from fluxc.plan.columns import Alter, DropNotNull
from fluxc.plan.constraints import AddConstraint, DropConstraint, ValidateConstraint
from fluxc.plan.operation import Operation

if TYPE_CHECKING:
    from fluxc.model.constraint import Indexed
    from fluxc.model.index import Index
    from fluxc.model.state import Object
    from fluxc.plan.operation import Objects, Path
    from fluxc.plan.spread import Part


@dataclass(frozen=True, slots=True)
class BuildKeyIndex(Operation):
    """Build the index of a key to come, under the name ``index``; the key may replace an ``old`` one."""

    new: Indexed
    index: str
    old: Indexed | None = None
    cleaned_up: ClassVar[bool] = True

    @property
    def subject(self) -> Indexed:
        return self.new

    @property
    def outside(self) -> bool:
        return True

    def apply(self, objects: Objects) -> None:
        pass

    def reverse(self) -> tuple[Operation, ...]:
        again = () if self.old is None else (AddConstraint(self.old),)
        return (DropConstraint(self.new, index=self.index), *again)

    def describe(self) -> str:
        return f"Build the index of {self.new.noun} {self.new.sql} while others read and write the table"

    def hazards(self) -> tuple[str, ...]:
        return ("builds-index",)


@dataclass(frozen=True, slots=True)
class ReplaceKey(Operation):
    """Put a key into the place of another one of its name, by an index that was built for it."""

    old: Indexed
    new: Indexed
    index: str

    @property
    def remarked_on(self) -> bool:
        return True

    @property
    def subject(self) -> Indexed:
        return self.new

    def apply(self, objects: Objects) -> None:
        del objects[self.old.key]
        objects[self.new.key] = self.new

    def reverse(self) -> tuple[Operation, ...]:
        return ()

    def describe(self) -> str:
        return f"Replace {self.new.noun} {self.new.sql} by its new index"


@dataclass(frozen=True, slots=True)
class SpreadIndex(Operation):
    """Make an index on only a partitioned table and the partitions that have partitions; it is not valid yet.

    ``parts`` are all copies of it, which go with it, attached or not.
    """

    new: Index
    parts: tuple[Part, ...]

    @property
    def subject(self) -> Index:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.new.key] = self.new

    def reverse(self) -> tuple[Operation, ...]:
        return (DropSpread(self.new, self.parts),)

    def describe(self) -> str:
        return f"Create index {self.new.sql} without those of the partitions"


@dataclass(frozen=True, slots=True)
class DropSpread(Operation):
    """Drop an index of a partitioned table, with those that are to become its parts."""

    old: Index
    parts: tuple[Part, ...]

    @property
    def subject(self) -> Index:
        return self.old

    @property
    def remarked_on(self) -> bool:
        return True

    def apply(self, objects: Objects) -> None:
        del objects[self.old.key]

    def reverse(self) -> tuple[Operation, ...]:
        return (SpreadIndex(self.old, self.parts),)

    def describe(self) -> str:
        return f"Drop index {self.old.sql}, and what partitions have of it"


@dataclass(frozen=True, slots=True)
class BuildPart(Operation):
    """Build the copy that a partition is to have of an index."""

    of: Index
    part: Part
    cleaned_up: ClassVar[bool] = True

    @property
    def subject(self) -> Index:
        return self.of

    @property
    def outside(self) -> bool:
        return True

    def apply(self, objects: Objects) -> None:
        pass

    def reverse(self) -> tuple[Operation, ...]:
        return ()

    def describe(self) -> str:
        return f"Create index {qualified(*self.part.path)} while others read and write the partition"

    def hazards(self) -> tuple[str, ...]:
        return ("builds-index",)


@dataclass(frozen=True, slots=True)
class AttachBuilt(Operation):
    """Make the indexes of partitions parts of that of their table, which is valid from the last one on."""

    new: Index
    parts: tuple[Part, ...]

    @property
    def subject(self) -> Index:
        return self.new

    def apply(self, objects: Objects) -> None:
        pass

    def reverse(self) -> tuple[Operation, ...]:
        return ()

    def describe(self) -> str:
        return f"Attach the parts of index {self.new.sql}"


@dataclass(frozen=True, slots=True)
class RefuseNulls(Alter):
    """Refuse nulls in new rows, by a ``check`` of that name, or, where it is ``named``, the not-null constraint."""

    check: str
    named: bool = False

    def apply(self, objects: Objects) -> None:
        pass

    def reverse(self) -> tuple[Operation, ...]:
        return (DropNotNull(self.new, self.old, check=None if self.named else self.check),)

    def describe(self) -> str:
        return f"Refuse nulls in column {self.new.sql}, of rows to come"


@dataclass(frozen=True, slots=True)
class CheckNulls(Alter):
    """See that the rows that are there have no nulls; where it is ``named`` the column refuses them from then on."""

    check: str
    named: bool = False

    @property
    def by_itself(self) -> bool:
        return True

    def apply(self, objects: Objects) -> None:
        if self.named:
            objects[self.key] = objects[self.key].model_copy(update={"nullable": False})

    def reverse(self) -> tuple[Operation, ...]:
        return ()

    def describe(self) -> str:
        return f"Check that no row has a null in column {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table",)


@dataclass(frozen=True, slots=True)
class ValidateAll(Operation):
    """Look at all rows of a table once, and hold them against several constraints that saw new ones alone."""

    parts: tuple[CheckNulls | ValidateConstraint, ...]

    @property
    def by_itself(self) -> bool:
        return True

    @property
    def subject(self) -> Object:
        return self.parts[0].subject

    @property
    def about(self) -> Path:
        return self.subject.place

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the constraints."""
        return tuple(part.check if isinstance(part, CheckNulls) else part.new.name for part in self.parts)

    def apply(self, objects: Objects) -> None:
        for part in self.parts:
            part.apply(objects)

    def reverse(self) -> tuple[Operation, ...]:
        return ()

    def describe(self) -> str:
        return f"Check the rows of table {qualified(*self.about)}: {', '.join(self.names)}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table",)


@dataclass(frozen=True, slots=True)
class Backfill(Alter):
    """Fill nulls of a column with what an expression gives, some pages of the table in each transaction.

    It is done ``again`` for the few that came meanwhile.  What is ``copied`` may be null itself.  A ``mirrored`` column
    has a trigger that keeps all other columns as they are meanwhile, whatever other triggers do; where that one changes
    another column, by its path what it is ``of``, what it ``loses`` is said in words.
    """

    expression: str
    again: bool = False
    copied: bool = False
    mirrored: bool = False
    loses: str | None = None
    of: Path | None = None

    @property
    def outside(self) -> bool:
        return True

    def apply(self, objects: Objects) -> None:
        pass

    def reverse(self) -> tuple[Operation, ...]:
        return ()

    def describe(self) -> str:
        came = " that came meanwhile" if self.again else ""
        return f"Fill the nulls{came} of column {self.new.sql}, some pages at a time"

    @property
    def about(self) -> Path:
        return self.of or self.key.path

    def hazards(self) -> tuple[str, ...]:
        return ("needs-backfill",) if self.of is None else ("needs-backfill", "deletes-data")

    def unrecoverable(self) -> str | None:
        if self.copied or self.old is self.new:
            return self.loses
        return f"which values of column {qualified(*self.key.path)} were null before they were filled"
