"""Operations on materialized views."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.operation import Create, Drop
from fluxc.plan.parameters import Parametrized
from fluxc.plan.views import RenameQueried

if TYPE_CHECKING:
    from fluxc.model.view import MaterializedView
    from fluxc.plan.operation import Operation


class CreateMaterializedView(Create):
    """Create a materialized view with the rows of its query; its indexes have operations of their own."""

    new: MaterializedView
    stage: ClassVar[int] = 5

    def reverse(self) -> tuple[Operation, ...]:
        return (DropMaterializedView(self.new),)


class DropMaterializedView(Drop):
    """Drop a materialized view."""

    old: MaterializedView
    stage: ClassVar[int] = 1

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateMaterializedView(self.old),)


class RenameMaterializedView(RenameQueried):
    """Rename a materialized view."""

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameMaterializedView(self.new, self.old),)


class SetMaterializedViewParameters(Parametrized):
    """Change the storage parameters of a materialized view."""

    old: MaterializedView
    new: MaterializedView
    rank: ClassVar[int] = 88

    def reverse(self) -> tuple[Operation, ...]:
        return (SetMaterializedViewParameters(self.new, self.old),)

    def describe(self) -> str:
        return f"Change the storage parameters of materialized view {self.new.sql}"
