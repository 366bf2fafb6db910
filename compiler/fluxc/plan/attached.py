"""The operations on what hangs on a relation, by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.policy import Policy
from fluxc.model.statistics import Statistics
from fluxc.model.trigger import Trigger
from fluxc.plan.policies import AlterPolicy, CreatePolicy, DropPolicy, RenamePolicy
from fluxc.plan.statistics import CreateStatistics, DropStatistics, RenameStatistics, SetStatisticsTarget
from fluxc.plan.triggers import CreateTrigger, DropTrigger, RenameTrigger, ReplaceTrigger, SetTriggerFiring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.attached import Attached
    from fluxc.plan.operation import Operation


def creating_attached(item: Attached) -> Operation:
    """Return the operation that creates the object."""
    match item:
        case Policy():
            return CreatePolicy(item)
        case Trigger():
            return CreateTrigger(item)
        case Statistics():
            return CreateStatistics(item)
        case _:
            raise TypeError(f"nothing creates a {item.noun}")


def dropping_attached(item: Attached) -> Operation:
    """Return the operation that drops the object."""
    match item:
        case Policy():
            return DropPolicy(item)
        case Trigger():
            return DropTrigger(item)
        case Statistics():
            return DropStatistics(item)
        case _:
            raise TypeError(f"nothing drops a {item.noun}")


def renaming_attached(old: Attached, new: Attached) -> Operation:
    """Return the operation that renames the object."""
    match old, new:
        case Policy(), Policy():
            return RenamePolicy(old, new)
        case Trigger(), Trigger():
            return RenameTrigger(old, new)
        case Statistics(), Statistics():
            return RenameStatistics(old, new)
        case _:
            raise TypeError(f"nothing renames a {old.noun}")


def attached_in_place(old: Attached, new: Attached) -> tuple[str, ...]:
    """Return the attributes that can change without making the object anew."""
    match old, new:
        case Policy(), Policy() if old.using is None or new.using is not None:
            return ("doc", "roles", "using", "check") if old.check is None or new.check is not None else ("doc",)
        case Trigger(), Trigger() if not old.constraint and not new.constraint:
            return tuple(Trigger.model_fields)
        case Trigger(), Trigger():
            return "doc", "fires"
        case Statistics(), Statistics():
            return "doc", "target"
        case _:
            return ("doc",)


def attached_operations(old: Attached, new: Attached) -> Iterator[Operation]:
    """Yield what takes the object from ``old`` to ``new`` in place, but for its comment."""
    if isinstance(old, Policy) and isinstance(new, Policy):
        if old.model_copy(update={"doc": new.doc}) != new:
            yield AlterPolicy(old, new)
    elif isinstance(old, Trigger) and isinstance(new, Trigger):
        if old.model_copy(update={"doc": new.doc, "fires": new.fires}) != new:
            yield ReplaceTrigger(old, new)
        elif old.fires != new.fires:
            yield SetTriggerFiring(old, new)
    elif isinstance(old, Statistics) and isinstance(new, Statistics) and old.target != new.target:
        yield SetStatisticsTarget(old, new)
