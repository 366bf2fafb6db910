"""Parts of what makes a key of an index that is built while others read and write the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.constraints import DropConstraint
from fluxc.plan.moves import LongMove, Move

if TYPE_CHECKING:
    from fluxc.model.constraint import Indexed
    from fluxc.plan.operation import Operation


@dataclass(frozen=True, slots=True)
class _KeyIndex(Move):
    """What is done with the index of a key to come, which is called ``index`` till then."""

    new: Indexed
    index: str

    @property
    def subject(self) -> Indexed:
        return self.new


class BuildKeyIndex(LongMove, _KeyIndex):
    """Build the index of a key; where it bears another name than that, it comes into the place of another one."""

    cleaned_up: ClassVar[bool] = True

    def reverse(self) -> tuple[Operation, ...]:
        if self.index != self.new.name:
            return (DropKeyIndex(self.new, self.index),)
        return (DropConstraint(self.new, index=self.index),)

    def describe(self) -> str:
        return f"Build the index of {self.new.noun} {self.new.sql} while others read and write the table"

    def hazards(self) -> tuple[str, ...]:
        return ("builds-index",)


class DropKeyIndex(_KeyIndex):
    """Drop the index of a key that did not come into the place of another one."""

    @property
    def remarked_on(self) -> bool:
        return True

    def describe(self) -> str:
        return f"Drop the index of {self.new.noun} {self.new.sql}, where it did not become that"
