"""Operations on the triggers that partitions have from their tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.state import Key
from fluxc.model.trigger_copy import TriggerCopy, source_of
from fluxc.plan.member_copies import joined_above
from fluxc.plan.operation import Create, Drop, Operation, making

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.state import State
    from fluxc.model.trigger import Firing, Trigger
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Effects, Objects


class CreateTriggerCopy(Create):
    """Have a trigger of a partition fire in other sessions than that of its table."""

    new: TriggerCopy
    sign = "~"
    stage: ClassVar[int] = 4

    def effects(self, before: State, after: State) -> Effects:
        found = making([self.new], before, after)
        return found._replace(takes=found.takes | joined_above(self.new.place, after))

    def reverse(self) -> tuple[Operation, ...]:
        return (DropTriggerCopy(self.new),)

    def describe(self) -> str:
        return _described(self.new, self.new.fires)


class DropTriggerCopy(Drop):
    """Have a trigger of a partition fire as that of its table does, before that changes, which then reaches it."""

    old: TriggerCopy
    sign = "~"
    stage: ClassVar[int] = 1

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateTriggerCopy(self.old),)

    def describe(self) -> str:
        return _described(self.old, self.old.usual)


@dataclass(frozen=True, slots=True)
class SetTriggerCopyFiring(Operation):
    """Change in which sessions a trigger of a partition fires.

    A change of that of its table reaches it, so it is said again behind that, and ``early``, for the way back.
    """

    old: TriggerCopy
    new: TriggerCopy
    early: bool = False

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank."""
        return (1 if self.early else 4), 0

    @property
    def subject(self) -> TriggerCopy:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.key] = self.new

    def reverse(self) -> tuple[Operation, ...]:
        return (SetTriggerCopyFiring(self.new, self.old, self.early),)

    def describe(self) -> str:
        return _described(self.new, self.new.fires)


def said_again(trigger: Trigger, difference: Difference) -> Iterator[SetTriggerCopyFiring]:
    """Yield what has copies of a trigger fire as they did after that itself changed, there and back."""
    for path in difference.before.partitions(trigger.place):
        key = Key(TriggerCopy.kind, (*path, trigger.name))
        old, new = difference.before.get(key), difference.after.get(key)
        if isinstance(old, TriggerCopy) and isinstance(new, TriggerCopy):
            yield SetTriggerCopyFiring(old, old, early=True)
            if old == new:
                yield SetTriggerCopyFiring(old, new)


def said_anew(found: Iterable[Operation], difference: Difference) -> Iterator[Operation]:
    """Yield what has copies of triggers that are made anew fire as they did before."""
    anew = {item.key for item in found if isinstance(item, Drop)} & difference.after.objects.keys()
    for old in difference.before.of(TriggerCopy) if anew else ():
        new, source = difference.after.get(old.key), source_of(old.place, old.name, difference.before)
        if isinstance(new, TriggerCopy) and source is not None and source.key in anew:
            yield DropTriggerCopy(old)
            yield CreateTriggerCopy(new)


def _described(item: TriggerCopy, firing: Firing) -> str:
    from fluxc.plan.triggers import VERBS

    return f"{VERBS[firing]} trigger {item.sql} of a partition"
