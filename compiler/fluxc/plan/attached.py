"""The operations on what hangs on a relation, by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.trigger import Trigger
from fluxc.plan.triggers import CreateTrigger, DropTrigger, RenameTrigger, ReplaceTrigger, SetTriggerFiring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.attached import Attached
    from fluxc.plan.operation import Operation


def creating_attached(item: Attached) -> Operation:
    """Return the operation that creates the object."""
    match item:
        case Trigger():
            return CreateTrigger(item)
        case _:
            raise TypeError(f"nothing creates a {item.noun}")


def dropping_attached(item: Attached) -> Operation:
    """Return the operation that drops the object."""
    match item:
        case Trigger():
            return DropTrigger(item)
        case _:
            raise TypeError(f"nothing drops a {item.noun}")


def renaming_attached(old: Attached, new: Attached) -> Operation:
    """Return the operation that renames the object."""
    match old, new:
        case Trigger(), Trigger():
            return RenameTrigger(old, new)
        case _:
            raise TypeError(f"nothing renames a {old.noun}")


def attached_in_place(old: Attached, new: Attached) -> tuple[str, ...]:
    """Return the attributes that can change without making the object anew."""
    match old, new:
        case Trigger(), Trigger() if not old.constraint and not new.constraint:
            return tuple(Trigger.model_fields)
        case Trigger(), Trigger():
            return "doc", "fires"
        case _:
            return ("doc",)


def attached_operations(old: Attached, new: Attached) -> Iterator[Operation]:
    """Yield what takes the object from ``old`` to ``new`` in place, but for its comment."""
    if isinstance(old, Trigger) and isinstance(new, Trigger):
        if old.model_copy(update={"doc": new.doc, "fires": new.fires}) != new:
            yield ReplaceTrigger(old, new)
        elif old.fires != new.fires:
            yield SetTriggerFiring(old, new)
