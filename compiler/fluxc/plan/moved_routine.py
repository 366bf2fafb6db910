"""What follows when a routine is renamed: the server keeps references itself, but for those in string bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.aggregate import Aggregate
from fluxc.model.calls import with_calls
from fluxc.model.routine import Function
from fluxc.plan.moved import in_expressions
from fluxc.plan.operation import renamed_in_place
from fluxc.plan.retyped import privileges_follow

if TYPE_CHECKING:
    from fluxc.model.aggregate import Transition
    from fluxc.model.routine import Routine
    from fluxc.model.state import Key, Object
    from fluxc.plan.operation import Objects


def moved_routine(objects: Objects, old: Routine, new: Routine) -> None:
    """Put a routine under its new name, and let those expressions follow that can mean no other one."""
    changes: dict[Key, Object] = {old.key: new}
    others = [
        key for key, item in objects.items() if key != old.key and (item.place, item.called) == (old.place, old.called)
    ]
    if not others:
        path = (*old.place, old.called)
        for key, item in objects.items():
            update = in_expressions(
                item, lambda text: with_calls(text, lambda name: new.head if name == path else None)
            )
            update |= _made_of(item, old.head, new.head)
            if update:
                changes[key] = changes.get(key, item).model_copy(update=update)
    privileges_follow(objects, changes)
    renamed_in_place(objects, changes)


def _made_of(item: Object, old: str, new: str) -> dict[str, Any]:
    """Return the attributes of a routine that name another one."""
    if isinstance(item, Function) and item.support == old:
        return {"support": new}
    if not isinstance(item, Aggregate) or old not in item.functions:
        return {}
    names = ("combinefunc", "serialfunc", "deserialfunc")
    update: dict[str, Any] = {name: new for name in names if getattr(item, name) == old}
    for name in ("transition", "moving"):
        part: Transition | None = getattr(item, name)
        if part is not None:
            said = {each: new for each in ("sfunc", "inverse", "finalfunc") if getattr(part, each) == old}
            update[name] = part.model_copy(update=said)
    return update
