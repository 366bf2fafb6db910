"""Columns that cannot become what they shall be in place, and are dropped and added again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.claims import mentioned
from fluxc.model.column import Column
from fluxc.plan.column_options import SET_EXPRESSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.model.state import Key, Object, State


def remade_columns(changed: Sequence[tuple[Object, Object]], before: State, after: State, target: int) -> set[Key]:
    """Return the columns whose generation changes otherwise than in place, and generated ones over such columns.

    PostgreSQL changes no type of a column that a generated one rests on, so that one goes and comes back too.
    """
    pairs = [(old, new) for old, new in changed if isinstance(old, Column) and isinstance(new, Column)]
    remade = {old.key for old, new in pairs if not _in_place(old, new, target)}
    moving = remade | {old.key for old, new in pairs if (old.type, old.collation) != (new.type, new.collation)}
    for place in {key.path[:-1] for key in moving}:
        for item in before.members(place, Column):
            rests = {item.key.sibling(name) for name in mentioned(item)}
            if rests & moving and item.key in after.objects:
                remade.add(item.key)
    return remade


def _in_place(old: Column, new: Column, target: int) -> bool:
    if old.generated is None and new.generated is None:
        return True
    if old.generated is None or (old.virtual and not new.virtual):
        return False
    if new.generated is None:
        return True  # a stored one keeps its values
    same = (old.type, old.collation, old.virtual) == (new.type, new.collation, new.virtual)
    return same and (old.generated == new.generated or target >= SET_EXPRESSION)
