"""Operations on views, and what views and materialized views have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.operation import Create, Drop, Effects, Operation, Rename, renamed_in_place, replacing

if TYPE_CHECKING:
    from fluxc.model.index import Parameters
    from fluxc.model.state import Object, State
    from fluxc.model.view import Queried, Said, View
    from fluxc.plan.operation import Objects


class CreateView(Create):
    """Create a view, with what is said of its columns."""

    new: View
    stage: ClassVar[int] = 5

    def reverse(self) -> tuple[Operation, ...]:
        return (DropView(self.new),)


class DropView(Drop):
    """Drop a view."""

    old: View
    stage: ClassVar[int] = 1

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateView(self.old),)


class RenameQueried(Rename):
    """Rename a view or a materialized view; what reads it follows."""

    def apply(self, objects: Objects) -> None:
        from fluxc.plan.moved import moved  # most plans rename nothing

        renamed_in_place(objects, {self.old.key: self.new})
        moved(objects, self.old.key.path, self.new.key.path)

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)


class RenameView(RenameQueried):
    """Rename a view."""

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameView(self.new, self.old),)


@dataclass(frozen=True, slots=True)
class ReplaceView(Operation):
    """Give a view another query in place; its first columns stay as they are.

    ``wider`` says that it gets more of them: the server takes none away, so the way back makes the view anew.
    """

    old: View
    new: View
    wider: bool = False
    stage: ClassVar[int] = 5

    @property
    def subject(self) -> View:
        return self.new

    def apply(self, objects: Objects) -> None:
        update = {name: getattr(self.new, name) for name in ("query", "columns", "depends_on")}
        objects[self.key] = objects[self.key].model_copy(update=update)

    def reverse(self) -> tuple[Operation, ...]:
        if self.wider:
            return DropView(self.new), CreateView(self.old)
        return (ReplaceView(self.new, self.old),)

    def describe(self) -> str:
        return f"Change the query of view {self.new.sql}"

    def effects(self, before: State, after: State) -> Effects:
        return replacing(self.old, self.new, before, after)


@dataclass(frozen=True, slots=True)
class SetViewOptions(Operation):
    """Change the options of a view."""

    old: View
    new: View
    stage: ClassVar[int] = 5
    rank: ClassVar[int] = 1

    @property
    def subject(self) -> View:
        return self.new

    @property
    def changed(self) -> Parameters:
        """Return the options that are new or get another value."""
        return tuple(pair for pair in self.new.options if pair not in self.old.options)

    @property
    def gone(self) -> tuple[str, ...]:
        """Return the names of the options that go back to their defaults."""
        left = {name for name, _ in self.new.options}
        return tuple(name for name, _ in self.old.options if name not in left)

    def apply(self, objects: Objects) -> None:
        update = {name: getattr(self.new, name) for name in ("security_barrier", "security_invoker", "check_option")}
        objects[self.key] = objects[self.key].model_copy(update=update)

    def reverse(self) -> tuple[Operation, ...]:
        return (SetViewOptions(self.new, self.old),)

    def describe(self) -> str:
        return f"Change the options of view {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("changes-access",) if self.old.invoked != self.new.invoked else ()


@dataclass(frozen=True, slots=True)
class SetViewDefaults(Operation):
    """Change what an insert into a view gives to columns that it does not name."""

    old: View
    new: View
    stage: ClassVar[int] = 5
    rank: ClassVar[int] = 2

    @property
    def subject(self) -> View:
        return self.new

    @property
    def changed(self) -> Said:
        """Return the columns with a new default."""
        return tuple(pair for pair in self.new.column_defaults if pair not in self.old.column_defaults)

    @property
    def gone(self) -> tuple[str, ...]:
        """Return the columns that have no default any more."""
        return _gone(self.old.column_defaults, self.new.column_defaults)

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"column_defaults": self.new.column_defaults})

    def reverse(self) -> tuple[Operation, ...]:
        return (SetViewDefaults(self.new, self.old),)

    def describe(self) -> str:
        return f"Change the column defaults of view {self.new.sql}"


@dataclass(frozen=True, slots=True)
class SetColumnComments(Operation):
    """Change the comments of the columns of a view or a materialized view."""

    old: Queried
    new: Queried
    stage: ClassVar[int] = 5
    rank: ClassVar[int] = 89

    @property
    def subject(self) -> Object:
        return self.new

    @property
    def changed(self) -> Said:
        """Return the columns with a new comment."""
        return tuple(pair for pair in self.new.column_docs if pair not in self.old.column_docs)

    @property
    def gone(self) -> tuple[str, ...]:
        """Return the columns that have no comment any more."""
        return _gone(self.old.column_docs, self.new.column_docs)

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"column_docs": self.new.column_docs})

    def reverse(self) -> tuple[Operation, ...]:
        return (SetColumnComments(self.new, self.old),)

    def describe(self) -> str:
        return f"Change the comments of the columns of {self.new.noun} {self.new.sql}"


def _gone(old: Said, new: Said) -> tuple[str, ...]:
    left = {name for name, _ in new}
    return tuple(name for name, _ in old if name not in left)
