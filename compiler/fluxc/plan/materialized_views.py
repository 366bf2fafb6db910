"""Operations on materialized views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from fluxc.model.view import ColumnSettings
from fluxc.plan.operation import Create, Drop, Operation
from fluxc.plan.parameters import Parametrized
from fluxc.plan.views import RenameQueried

if TYPE_CHECKING:
    from fluxc.model.view import MaterializedView
    from fluxc.plan.operation import Objects


class Setting(NamedTuple):
    """A column of a materialized view, and what is said of it before and after."""

    column: str
    old: ColumnSettings
    new: ColumnSettings


def settings(old: MaterializedView | None, new: MaterializedView) -> tuple[Setting, ...]:
    """Return the columns of a materialized view whose settings are others than before."""
    before, after = dict(old.settings if old is not None else ()), dict(new.settings)
    usual = ColumnSettings()
    found = (Setting(name, before.get(name, usual), after.get(name, usual)) for name in sorted({*before, *after}))
    return tuple(each for each in found if each.old != each.new)


def keeps_storage(old: MaterializedView, new: MaterializedView) -> bool:
    """Return whether columns are stored as before: what their types would have them be is known to the server alone."""
    return all(each.old.storage == each.new.storage for each in settings(old, new))


class CreateMaterializedView(Create):
    """Create a materialized view with the rows of its query; its indexes have operations of their own."""

    new: MaterializedView
    stage: ClassVar[int] = 5

    @property
    def settings(self) -> tuple[Setting, ...]:
        """Return what is said of its columns."""
        return settings(None, self.new)

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


@dataclass(frozen=True, slots=True)
class SetColumnSettings(Operation):
    """Change how the values of columns of a materialized view are compressed, and how the planner sees them."""

    old: MaterializedView
    new: MaterializedView
    rank: ClassVar[int] = 89

    @property
    def changed(self) -> tuple[Setting, ...]:
        """Return the columns whose settings are others than before."""
        return settings(self.old, self.new)

    @property
    def subject(self) -> MaterializedView:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"settings": self.new.settings})

    def reverse(self) -> tuple[Operation, ...]:
        return (SetColumnSettings(self.new, self.old),)

    def describe(self) -> str:
        return f"Change the settings of columns of materialized view {self.new.sql}"
