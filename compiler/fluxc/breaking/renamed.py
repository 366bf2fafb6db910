"""The state from before under the names of now, as `was` in the schema tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model.rule import Rule
from fluxc.model.state import Key, State
from fluxc.model.view import MaterializedView, View
from fluxc.plan.composites import RenameAttribute
from fluxc.plan.decisions import Decisions
from fluxc.plan.enums import RenameEnumValue
from fluxc.plan.extensions import MoveExtension
from fluxc.plan.operation import Rename
from fluxc.plan.range_types import RenameMultirange
from fluxc.plan.renames import plan_renames

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.compiled import Intent
    from fluxc.model.state import Object
    from fluxc.plan.operation import Operation

_FOLLOWED: Final = (Rename, MoveExtension, RenameMultirange, RenameEnumValue, RenameAttribute)
_READING: Final = (View, MaterializedView, Rule)
"""What a plan drops where it says a name that changes, to make it again."""


def under_new_names(before: State, after: State, intent: Intent) -> tuple[State, dict[Key, Key]]:
    """Return the objects from before under their names of now, and what leads from such a key to the one before."""
    renaming = plan_renames(before, after, intent, Decisions())
    if all(isinstance(operation, _FOLLOWED) for operation in renaming.operations):
        objects = dict(renaming.state.objects)
        origin = dict(zip(objects, before.objects, strict=True))  # a rename keeps every object at its place
    else:
        objects, origin = _followed(before, renaming.operations)
    origin = {new: old for new, old in origin.items() if new != old}
    _rename_readers(objects, after, intent, origin)
    return State(objects.values()), origin


def _followed(before: State, operations: Iterable[Operation]) -> tuple[dict[Key, Object], dict[Key, Key]]:
    """Return the objects after the renames among operations, without what a plan takes down to make it again."""
    objects: dict[Key, Object] = dict(before.objects)
    origin = {key: key for key in objects}
    for operation in operations:
        if isinstance(operation, _FOLLOWED):
            keys = [origin[key] for key in objects]
            operation.apply(objects)
            origin = dict(zip(objects, keys, strict=True))
    return objects, origin


def _rename_readers(objects: dict[Key, Object], after: State, intent: Intent, origin: dict[Key, Key]) -> None:
    """Rename what a plan would make again under its new name instead."""
    for key, paths in intent.was.items():
        if key.kind not in {kind.kind for kind in _READING} or key in objects or key not in after.objects:
            continue
        old = next((Key(key.kind, path) for path in paths if Key(key.kind, path) in objects), None)
        if old is not None and old not in after.objects:
            objects[key] = objects.pop(old).at(*key.path)
            origin[key] = origin.pop(old, old)
