"""What brings constraints back that were dropped from a table in use, on the way back, without holding others up.

Each is one step outside a transaction, of several statements, since a step of the way there is undone by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.constraint import Indexed
from fluxc.plan.columns import Alter, DropNotNull
from fluxc.plan.constraints import DropConstraint
from fluxc.plan.operation import Create

if TYPE_CHECKING:
    from fluxc.model.constraint import Check, ForeignKey, PrimaryKey, Unique
    from fluxc.plan.operation import Operation

    Restorable = Check | ForeignKey | PrimaryKey | Unique


@dataclass(frozen=True, slots=True)
class RestoreConstraint(Create):
    """Add a check or a foreign key for rows to come, then look at those that are there; a key by its index."""

    new: Restorable
    cleaned_up: ClassVar[bool] = True
    patient: ClassVar[bool] = False

    @property
    def outside(self) -> bool:
        return True

    def reverse(self) -> tuple[Operation, ...]:
        return (DropConstraint(self.new, restorable=True),)

    def describe(self) -> str:
        return f"Add {self.new.noun} {self.new.sql} while others read and write the table"

    def hazards(self) -> tuple[str, ...]:
        return ("builds-index",) if isinstance(self.new, Indexed) else ("scans-table",)


@dataclass(frozen=True, slots=True)
class RestoreNotNull(Alter):
    """Refuse nulls in a column again, by way of a ``check`` of that name."""

    check: str
    changes: ClassVar[tuple[str, ...]] = ("nullable",)
    cleaned_up: ClassVar[bool] = True
    patient: ClassVar[bool] = False

    @property
    def outside(self) -> bool:
        return True

    def reverse(self) -> tuple[Operation, ...]:
        return (DropNotNull(self.new, self.old, restoring=self.check),)

    def describe(self) -> str:
        return f"Refuse nulls in column {self.new.sql} while others read and write the table"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table",)
