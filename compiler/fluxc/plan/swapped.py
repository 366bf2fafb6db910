"""Constraints that take the place of others of their name, there and back, without a moment at which neither holds.

The way back is one step outside a transaction, of several statements, as that of what was dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.constraints import AddConstraint, DropConstraint
from fluxc.plan.operation import Operation

if TYPE_CHECKING:
    from fluxc.model.constraint import Check, Constraint, ForeignKey, Indexed
    from fluxc.plan.operation import Objects


@dataclass(frozen=True, slots=True)
class _Swap(Operation):
    """What they have in common: ``new`` comes in the statement in which ``old`` goes."""

    old: Constraint
    new: Constraint

    @property
    def by_itself(self) -> bool:
        return True

    @property
    def subject(self) -> Constraint:
        return self.new

    def apply(self, objects: Objects) -> None:
        del objects[self.old.key]
        objects[self.new.key] = self.new


@dataclass(frozen=True, slots=True)
class ReplaceKey(_Swap):
    """Put a key into the place of another one, by an ``index`` that was built for it."""

    old: Indexed
    new: Indexed
    index: str

    @property
    def remarked_on(self) -> bool:
        return True

    def reverse(self) -> tuple[Operation, ...]:
        if getattr(self.old, "temporal", False):  # which takes no index that is there
            return (DropConstraint(self.new), AddConstraint(self.old))
        return (RestoreKey(self.new, self.old, self.index),)

    def describe(self) -> str:
        return f"Replace {self.new.noun} {self.new.sql} by its new index"


@dataclass(frozen=True, slots=True)
class RestoreKey(ReplaceKey):
    """Build the index of a key that was replaced, and put the key back into its place."""

    cleaned_up: ClassVar[bool] = True
    patient: ClassVar[bool] = False

    @property
    def outside(self) -> bool:
        return True

    def reverse(self) -> tuple[Operation, ...]:
        return (ReplaceKey(self.new, self.old, self.index),)

    def describe(self) -> str:
        return f"Put {self.new.noun} {self.new.sql} back while others read and write the table"


class ReplaceConstraint(_Swap):
    """Put a check or a foreign key into the place of another one, for rows to come."""

    old: Check | ForeignKey
    new: Check | ForeignKey

    def reverse(self) -> tuple[Operation, ...]:
        return (PutBackConstraint(self.new, self.old),)

    def describe(self) -> str:
        return f"Replace {self.new.noun} {self.new.sql}, for rows to come"


class PutBackConstraint(ReplaceConstraint):
    """Put a check or a foreign key back for rows to come, then look at those that are there."""

    patient: ClassVar[bool] = False

    @property
    def outside(self) -> bool:
        return True

    def reverse(self) -> tuple[Operation, ...]:
        return (ReplaceConstraint(self.new, self.old),)

    def describe(self) -> str:
        return f"Put {self.new.noun} {self.new.sql} back while others read and write the table"
