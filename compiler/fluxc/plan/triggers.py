"""Operations on triggers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from fluxc.plan.operation import Create, Drop, Operation, Rename, replacing

if TYPE_CHECKING:
    from fluxc.model.state import State
    from fluxc.model.trigger import Firing, Trigger
    from fluxc.plan.operation import Effects, Objects


class CreateTrigger(Create):
    """Create a trigger."""

    new: Trigger
    rank: ClassVar[int] = 88

    def reverse(self) -> tuple[Operation, ...]:
        return (DropTrigger(self.new),)


class DropTrigger(Drop):
    """Drop a trigger."""

    old: Trigger

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateTrigger(self.old),)


class RenameTrigger(Rename):
    """Rename a trigger."""

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameTrigger(self.new, self.old),)


@dataclass(frozen=True, slots=True)
class ReplaceTrigger(Operation):
    """Give a trigger that is no constraint another definition in place."""

    old: Trigger
    new: Trigger
    rank: ClassVar[int] = 88

    @property
    def subject(self) -> Trigger:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.key] = self.new.model_copy(update={"doc": objects[self.key].doc})

    def reverse(self) -> tuple[Operation, ...]:
        return (ReplaceTrigger(self.new, self.old),)

    def describe(self) -> str:
        return f"Change trigger {self.new.sql}"

    def effects(self, before: State, after: State) -> Effects:
        return replacing(self.old, self.new, before, after)


VERBS: Final[dict[Firing, str]] = {
    "origin": "Enable",
    "disabled": "Disable",
    "replica": "Enable for replicas alone",
    "always": "Enable for every session",
}


@dataclass(frozen=True, slots=True)
class SetTriggerFiring(Operation):
    """Change the kinds of session in which a trigger fires."""

    old: Trigger
    new: Trigger
    rank: ClassVar[int] = 88

    @property
    def subject(self) -> Trigger:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"fires": self.new.fires})

    def reverse(self) -> tuple[Operation, ...]:
        return (SetTriggerFiring(self.new, self.old),)

    def describe(self) -> str:
        return f"{VERBS[self.new.fires]} trigger {self.new.sql}"
