"""Operations on how the values of a column are made and kept: generation, storage, compression, statistics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.claims import rests_on
from fluxc.model.type_table import BY_NAME
from fluxc.model.types import parse
from fluxc.plan.columns import AddColumn, Alter, DropColumn
from fluxc.plan.operation import Effects

if TYPE_CHECKING:
    from fluxc.model.state import Object, State
    from fluxc.plan.operation import Operation

SET_EXPRESSION: int = 17
"""The server that can change the expression of a generated column in place."""


class SetExpression(Alter):
    """Change the expression of a generated column; stored values are computed anew."""

    rank: ClassVar[int] = 45
    changes: ClassVar[tuple[str, ...]] = ("generated",)

    def effects(self, before: State, after: State) -> Effects:
        old, new = rests_on(self.old, before), rests_on(self.new, after)
        return Effects(needs=frozenset(new | {self.key}), leaves=frozenset(old - new))

    def reverse(self) -> tuple[Operation, ...]:
        return (SetExpression(self.new, self.old),)

    def describe(self) -> str:
        return f"Change the expression of column {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return () if self.new.virtual else ("rewrites-table", "blocks-reads")


@dataclass(frozen=True, slots=True)
class DropExpression(Alter):
    """Make a stored generated column a plain one, which keeps its values.

    ``dependants`` are the foreign keys to it, and the constraints and indexes over it: there is no way back but a new
    column, which takes them.
    """

    dependants: tuple[Object, ...] = ()
    rank: ClassVar[int] = 12
    changes: ClassVar[tuple[str, ...]] = ("generated",)

    def reverse(self) -> tuple[Operation, ...]:
        from fluxc.plan.members import creating, dropping

        return (
            *(dropping(item) for item in self.dependants),
            DropColumn(self.new),
            AddColumn(self.old),
            *(creating(item) for item in reversed(self.dependants)),
        )

    def describe(self) -> str:
        return f"Make generated column {self.new.sql} a plain one"

    def unrecoverable(self) -> str | None:
        return f"values of column {self.new.sql} that were written since"


class SetStorage(Alter):
    """Change how long values of a column are stored; rows that are there stay as they are."""

    rank: ClassVar[int] = 55
    changes: ClassVar[tuple[str, ...]] = ("storage",)

    @property
    def storage(self) -> str:
        """Return the strategy, also where it is the type's own."""
        found = parse(self.new.type)
        builtin = BY_NAME.get(found.path[0]) if len(found.path) == 1 and not found.array else None
        return self.new.storage or (builtin.storage if builtin else "extended")

    def reverse(self) -> tuple[Operation, ...]:
        return (SetStorage(self.new, self.old),)

    def describe(self) -> str:
        return f"Change the storage of column {self.new.sql}"


class SetCompression(Alter):
    """Change how values of a column are compressed; rows that are there stay as they are."""

    rank: ClassVar[int] = 56
    changes: ClassVar[tuple[str, ...]] = ("compression",)

    def reverse(self) -> tuple[Operation, ...]:
        return (SetCompression(self.new, self.old),)

    def describe(self) -> str:
        return f"Change the compression of column {self.new.sql}"


class SetColumnOptions(Alter):
    """Change how many different values the planner takes a column for."""

    rank: ClassVar[int] = 58
    changes: ClassVar[tuple[str, ...]] = ("options",)

    def reverse(self) -> tuple[Operation, ...]:
        return (SetColumnOptions(self.new, self.old),)

    def describe(self) -> str:
        return f"Change the options of column {self.new.sql}"


class SetStatistics(Alter):
    """Change how closely the planner looks at the values of a column."""

    rank: ClassVar[int] = 57
    changes: ClassVar[tuple[str, ...]] = ("statistics",)

    def reverse(self) -> tuple[Operation, ...]:
        return (SetStatistics(self.new, self.old),)

    def describe(self) -> str:
        return f"Change the statistics target of column {self.new.sql}"
