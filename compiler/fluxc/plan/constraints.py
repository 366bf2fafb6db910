"""Operations on constraints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.model.constraint import Check, Constraint, ForeignKey, PrimaryKey
from fluxc.plan.operation import Create, Drop, Operation, Rename

if TYPE_CHECKING:
    from typing import Any

_RANKS: dict[type[Any], int] = {ForeignKey: 0, Check: 1, PrimaryKey: 3}


@dataclass(frozen=True, slots=True)
class AddConstraint(Create):
    """Add a constraint to a table; ``new_table`` says that the table was created in the same migration."""

    new: Constraint
    new_table: bool = False

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank: foreign keys come after all tables are what they should be."""
        if isinstance(self.new, ForeignKey):
            return 4, 0
        return 3, 80 - _RANKS.get(type(self.new), 2)

    def reverse(self) -> tuple[Operation, ...]:
        return (DropConstraint(self.new),)

    def describe(self) -> str:
        return f"Add {self.new.noun} {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        if isinstance(self.new, ForeignKey):
            return ("blocks-writes",) if self.new_table else ("scans-table", "blocks-writes")
        if isinstance(self.new, Check):
            return ("scans-table", "blocks-reads")
        return ("builds-index", "blocks-reads")


class DropConstraint(Drop):
    """Drop a constraint."""

    old: Constraint

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank: foreign keys go before what they rest on."""
        return (1, 0) if isinstance(self.old, ForeignKey) else (3, 1 + _RANKS.get(type(self.old), 2))

    def reverse(self) -> tuple[Operation, ...]:
        return (AddConstraint(self.old),)


class RenameConstraint(Rename):
    """Rename a constraint."""

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameConstraint(self.new, self.old),)
