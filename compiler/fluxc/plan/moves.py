"""Operations that are parts of others: what is done on a table in use in several steps, each of which is short or weak.

The first part of each takes the whole back, however far it came; those behind it have nothing to take back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.model.names import qualified
from fluxc.plan.columns import Alter, DropNotNull
from fluxc.plan.operation import Operation

if TYPE_CHECKING:
    from fluxc.model.constraint import Check
    from fluxc.model.state import Object
    from fluxc.plan.constraints import ValidateConstraint
    from fluxc.plan.operation import Objects, Path


class Move(Operation):
    """A part of what is done in several: it changes nothing that is said, and has nothing to take back."""

    def apply(self, objects: Objects) -> None:
        pass

    def reverse(self) -> tuple[Operation, ...]:
        return ()


class LongMove(Move):
    """A part that runs outside transactions."""

    @property
    def outside(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class RefuseNulls(Move, Alter):
    """Refuse nulls in new rows, by a ``check`` of that name, or, where it is ``named``, the not-null constraint."""

    check: str
    named: bool = False

    def reverse(self) -> tuple[Operation, ...]:
        return (DropNotNull(self.new, self.old, check=None if self.named else self.check),)

    def describe(self) -> str:
        return f"Refuse nulls in column {self.new.sql}, of rows to come"


@dataclass(frozen=True, slots=True)
class CheckNulls(Move, Alter):
    """See that the rows that are there have no nulls; where it is ``named`` the column refuses them from then on."""

    check: str
    named: bool = False

    @property
    def by_itself(self) -> bool:
        return True

    def apply(self, objects: Objects) -> None:
        if self.named:
            objects[self.key] = objects[self.key].model_copy(update={"nullable": False})

    def describe(self) -> str:
        return f"Check that no row has a null in column {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table",)


@dataclass(frozen=True, slots=True)
class _CheckMove(Move):
    """What is done with a check of which people need not know: it is there while a table is changed."""

    new: Check

    @property
    def subject(self) -> Check:
        return self.new

    @property
    def about(self) -> Path:
        return self.new.place


class RefuseRows(_CheckMove):
    """Refuse rows that a check does not find right, of those to come."""

    def reverse(self) -> tuple[Operation, ...]:
        return (ForgetRows(self.new),)

    def describe(self) -> str:
        return f"Add check {self.new.sql}, for rows to come"


class CheckRows(_CheckMove):
    """See that a check finds the rows right that are there."""

    @property
    def by_itself(self) -> bool:
        return True

    def describe(self) -> str:
        return f"Validate check {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table",)


class ForgetRows(_CheckMove):
    """Drop a check that has done what it was there for."""

    @property
    def remarked_on(self) -> bool:
        return True

    def describe(self) -> str:
        return f"Drop check {self.new.sql}"


@dataclass(frozen=True, slots=True)
class ValidateAll(Move):
    """Look at all rows of a table once, and hold them against several constraints that saw new ones alone."""

    parts: tuple[CheckNulls | CheckRows | ValidateConstraint, ...]

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

    def describe(self) -> str:
        return f"Check the rows of table {qualified(*self.about)}: {', '.join(self.names)}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table",)


@dataclass(frozen=True, slots=True)
class Backfill(LongMove, Alter):
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
