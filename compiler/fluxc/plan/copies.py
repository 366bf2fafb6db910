"""What is done about columns that are copies of others for a while."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.plan.constraints import ValidateConstraint
from fluxc.plan.moves import Backfill
from fluxc.plan.operation import Operation

if TYPE_CHECKING:
    from fluxc.model.column import Column
    from fluxc.model.constraint import Constraint
    from fluxc.plan.operation import Objects


@dataclass(frozen=True, slots=True)
class CheckCopy(Operation):
    """See that a column has in every row what an ``expression`` gives, so that nothing goes with it that is not kept.

    Of a column whose values are ``coarser`` only nulls in its place are looked for.  The way back, on which the column
    comes without values, fills it; where it is just taken back it looks at what was ``loosened``.
    """

    new: Column
    expression: str
    coarser: bool = False
    loosened: tuple[Constraint, ...] | None = None

    @property
    def subject(self) -> Column:
        return self.new

    @property
    def by_itself(self) -> bool:
        return True

    def apply(self, objects: Objects) -> None:
        pass

    def reverse(self) -> tuple[Operation, ...]:
        if self.loosened is not None:
            return tuple(ValidateConstraint(item, item, just_added=True) for item in self.loosened)
        return (Backfill(self.new, self.new, self.expression, copied=True, mirrored=True),)

    def describe(self) -> str:
        return f"Check that column {self.new.sql} is in step in every row"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table",)
