"""What follows in routines when a namespace, a type or a table has another path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model import types
from fluxc.model.aggregate import Aggregate
from fluxc.model.names import split_name
from fluxc.model.privileges import Privileges
from fluxc.model.routine import Coded, Function, Routine, routine_name
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.model.aggregate import Transition
    from fluxc.model.routine import Argument
    from fluxc.model.state import Object
    from fluxc.plan.operation import Objects, Path

    Name = Callable[[Path], str | None]


def retyped_routine(item: Routine, name: Name) -> dict[str, Any]:
    """Return the attributes that differ once ``name`` said the new name of each path, None where it is the old one."""
    arguments = tuple(_argument(each, name) for each in item.arguments)
    update: dict[str, Any] = {"arguments": arguments, "name": routine_name(item.called, arguments)}
    if isinstance(item, Coded):
        update["transforms"] = tuple(_type(text, name) for text in item.transforms)
        update["depends_on"] = tuple(sorted(_called(text, name) for text in item.depends_on))
    if isinstance(item, Function):
        update["returns"] = _type(item.returns, name) if item.returns is not None else None
        update["support"] = _called(item.support, name) if item.support is not None else None
    if isinstance(item, Aggregate):
        update["transition"] = _transition(item.transition, name)
        update["moving"] = _transition(item.moving, name) if item.moving is not None else None
        for part in ("combinefunc", "serialfunc", "deserialfunc"):
            text = getattr(item, part)
            update[part] = _called(text, name) if text is not None else None
    return {attribute: value for attribute, value in update.items() if value != getattr(item, attribute)}


def privileges_follow(objects: Objects, changes: dict[Key, Object]) -> None:
    """Let the privileges on routines that change follow them to their new names."""
    for key, item in list(changes.items()):
        held = Key(Privileges.kind, key.path)
        if isinstance(item, Routine) and held in objects:
            update = {"place": item.place, "name": item.name}
            changes[held] = changes.get(held, objects[held]).model_copy(update=update)


def _argument(item: Argument, name: Name) -> Argument:
    text = _type(item.type, name)
    return item if text == item.type else item.model_copy(update={"type": text})


def _transition(item: Transition, name: Name) -> Transition:
    texts = {part: getattr(item, part) for part in ("sfunc", "inverse", "finalfunc")}
    said = {part: _called(text, name) for part, text in texts.items() if text is not None}
    return item.model_copy(update={**said, "stype": _type(item.stype, name)})


def _type(text: str, name: Name) -> str:
    found = types.parse(text)
    moved = name(found.path)
    return text if moved is None else types.Type(split_name(moved), found.modifiers, found.array).text


def _called(text: str, name: Name) -> str:
    return name(split_name(text)) or text
