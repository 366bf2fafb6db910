"""Parts of what makes a key of an index that is built while others read and write the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.constraints import AddConstraint, DropConstraint
from fluxc.plan.moves import LongMove
from fluxc.plan.operation import Operation

if TYPE_CHECKING:
    from fluxc.model.constraint import Indexed
    from fluxc.plan.operation import Objects


@dataclass(frozen=True, slots=True)
class BuildKeyIndex(LongMove):
    """Build the index of a key to come, under the name ``index``; the key may replace an ``old`` one."""

    new: Indexed
    index: str
    old: Indexed | None = None
    cleaned_up: ClassVar[bool] = True

    @property
    def subject(self) -> Indexed:
        return self.new

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
