"""Privileges on the sequences of identity columns, which are no objects of their own, followed to other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.privileges import Privileges
from fluxc.model.state import Key
from fluxc.plan.operation import renamed_in_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.column import Column
    from fluxc.plan.operation import Objects, Path


def held_followed(objects: Objects, columns: Iterable[tuple[Column, Column]]) -> None:
    """Let the privileges on the sequences of columns, each before and after, follow these to their new paths."""
    for old, new in columns:
        one, other = _path(old), _path(new)
        held = objects.get(Key(Privileges.kind, one))
        if one != other and held is not None and new.identity:
            renamed_in_place(objects, {held.key: held.at(*other)})


def _path(column: Column) -> Path:
    return (*column.place[:-1], column.sequence or "")
