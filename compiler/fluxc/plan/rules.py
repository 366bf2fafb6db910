"""Operations on rules of tables and views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.query import statements, terminated
from fluxc.plan.operation import Create, Drop, Effects, Operation, Rename, replacing

if TYPE_CHECKING:
    from fluxc.model.rule import Rule
    from fluxc.model.state import State
    from fluxc.plan.operation import Objects


class CreateRule(Create):
    """Create a rule, enabled as it shall be."""

    new: Rule
    stage: ClassVar[int] = 5
    rank: ClassVar[int] = 3

    @property
    def actions(self) -> tuple[str, ...]:
        """Return the statements of its action."""
        return tuple(map(terminated, statements(self.new.action or "")))

    def reverse(self) -> tuple[Operation, ...]:
        return (DropRule(self.new),)


class DropRule(Drop):
    """Drop a rule."""

    old: Rule
    stage: ClassVar[int] = 1

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateRule(self.old),)


class RenameRule(Rename):
    """Rename a rule."""

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameRule(self.new, self.old),)


@dataclass(frozen=True, slots=True)
class ReplaceRule(Operation):
    """Give a rule another definition in place."""

    old: Rule
    new: Rule
    stage: ClassVar[int] = 5
    rank: ClassVar[int] = 3

    @property
    def subject(self) -> Rule:
        return self.new

    @property
    def actions(self) -> tuple[str, ...]:
        """Return the statements of its action."""
        return tuple(map(terminated, statements(self.new.action or "")))

    def apply(self, objects: Objects) -> None:
        update = {name: getattr(self.new, name) for name in ("event", "where", "instead", "action")}
        objects[self.key] = objects[self.key].model_copy(update=update)

    def reverse(self) -> tuple[Operation, ...]:
        return (ReplaceRule(self.new, self.old),)

    def describe(self) -> str:
        return f"Change rule {self.new.sql}"

    def effects(self, before: State, after: State) -> Effects:
        return replacing(self.old, self.new, before, after)


@dataclass(frozen=True, slots=True)
class SetRuleEnabled(Operation):
    """Change in which sessions a rule fires."""

    old: Rule
    new: Rule
    stage: ClassVar[int] = 5
    rank: ClassVar[int] = 4

    @property
    def subject(self) -> Rule:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"enabled": self.new.enabled})

    def reverse(self) -> tuple[Operation, ...]:
        return (SetRuleEnabled(self.new, self.old),)

    def describe(self) -> str:
        return f"Change in which sessions rule {self.new.sql} fires"
