"""Columns that cannot become what they shall be in place, and are dropped and added again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.aggregate import Aggregate
from fluxc.model.claims import mentioned, rests_on
from fluxc.model.column import Column
from fluxc.model.routine import Routine, replaceable
from fluxc.plan.column_options import SET_EXPRESSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxc.model.state import Key, Object, State
    from fluxc.plan.operation import Operation


def remade_columns(changed: Sequence[tuple[Object, Object]], before: State, after: State, target: int) -> set[Key]:
    """Return the columns whose generation changes otherwise than in place, and generated ones over such columns.

    PostgreSQL changes no type of a column that a generated one rests on, so that one goes and comes back too.
    """
    pairs = [(old, new) for old, new in changed if isinstance(old, Column) and isinstance(new, Column)]
    remade = {old.key for old, new in pairs if not _in_place(old, new, target)}
    if before.routines:
        remade |= _calling(changed, before, after)
    moving = remade | {old.key for old, new in pairs if (old.type, old.collation) != (new.type, new.collation)}
    for place in {key.path[:-1] for key in moving}:
        for item in before.members(place, Column):
            rests = {item.key.sibling(name) for name in mentioned(item)}
            if rests & moving and item.key in after.objects:
                remade.add(item.key)
    return remade


def generated_over(anew: Iterable[Operation], changed: Iterable[tuple[Object, Object]]) -> set[Key]:
    """Return the generated columns that change, over columns of types that are made anew; others go and come along."""
    retyped = {key for operation in anew for key in getattr(operation, "retyped", ())}
    pairs = ((old, new) for old, new in changed if isinstance(old, Column) and isinstance(new, Column))
    return {
        old.key
        for old, new in pairs
        if old.generated is not None and retyped & {old.key.sibling(name) for name in mentioned(old) | mentioned(new)}
    }


def _calling(changed: Sequence[tuple[Object, Object]], before: State, after: State) -> set[Key]:
    """Return the generated columns that call a routine that is made anew, or another of the name from now on."""
    anew = {old.key for old, new in changed if isinstance(old, Routine) and is_made_anew(old, new)}
    gone = {key for keys in before.routines.values() for key in keys if key not in after.objects}
    torn, lost = _torn(anew, before), _torn(anew | gone, before)
    if not lost:
        return set()
    found: set[Key] = set()
    for item in before.of(Column):
        kept = after.get(item.key)
        if item.generated is not None and isinstance(kept, Column):
            same = kept.generated == item.generated
            if rests_on(item, before) & (lost if same else torn):
                found.add(item.key)
    return found


def _torn(routines: set[Key], before: State) -> set[Key]:
    """Return routines with those that the server keeps parsed over them, directly or not, since these go too."""
    torn, growing = routines, bool(routines)
    while growing:
        more = {
            key
            for key in (key for keys in before.routines.values() for key in keys)
            if key not in torn and rests_on(before.objects[key], before) & torn
        }
        torn = torn | more
        growing = bool(more)
    return torn


def is_made_anew(old: Routine, new: Object) -> bool:
    """Return whether a routine is dropped and created, since nothing makes it what it shall be in place."""
    if not isinstance(new, Routine) or not replaceable(old, new):
        return True
    return isinstance(old, Aggregate) and old.model_copy(update={"doc": new.doc}) != new


def _in_place(old: Column, new: Column, target: int) -> bool:
    if old.generated is None and new.generated is None:
        return True
    if old.generated is None or (old.virtual and not new.virtual):
        return False
    if new.generated is None:
        return True  # a stored one keeps its values
    same = (old.type, old.collation, old.virtual) == (new.type, new.collation, new.virtual)
    return same and (old.generated == new.generated or target >= SET_EXPRESSION)
