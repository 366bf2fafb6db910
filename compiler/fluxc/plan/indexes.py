"""Operations on indexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.operation import Create, Drop, Operation, Rename

if TYPE_CHECKING:
    from fluxc.model.index import Index


@dataclass(frozen=True, slots=True)
class CreateIndex(Create):
    """Build an index; ``new_table`` says that the table was created in the same migration."""

    new: Index
    new_table: bool = False
    rank: ClassVar[int] = 85

    def reverse(self) -> tuple[Operation, ...]:
        return (DropIndex(self.new),)

    def hazards(self) -> tuple[str, ...]:
        return () if self.new_table else ("builds-index", "blocks-writes")


class DropIndex(Drop):
    """Drop an index."""

    old: Index
    rank: ClassVar[int] = 1

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateIndex(self.old),)


class RenameIndex(Rename):
    """Rename an index."""

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameIndex(self.new, self.old),)
