"""What follows when the path of a namespace, table, enum or column changes: the server keeps references itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model import expression, types
from fluxc.model.column import Column
from fluxc.model.constraint import Check, ForeignKey, PrimaryKey, Unique
from fluxc.model.index import Index, IndexPart
from fluxc.model.names import qualified
from fluxc.plan.operation import renamed_in_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.model.state import Key, Object
    from fluxc.plan.operation import Objects, Path


def moved(objects: Objects, old: Path, new: Path) -> None:
    """Put everything under path ``old`` under ``new``, and let types and foreign keys follow."""
    changes: dict[Key, Object] = {}
    for key, item in objects.items():
        update: dict[str, Any] = {}
        if item.place[: len(old)] == old:
            update["place"] = new + item.place[len(old) :]
        if isinstance(item, ForeignKey) and item.target[: len(old)] == old:
            update["target"] = new + item.target[len(old) :]
        update.update(_retyped(item, old, new))
        if update:
            changes[key] = item.model_copy(update=update)
    renamed_in_place(objects, changes)


def _retyped(item: Object, old: Path, new: Path) -> dict[str, Any]:
    def name(path: Path) -> str | None:
        return qualified(*new, *path[len(old) :]) if len(path) == 2 and path[: len(old)] == old else None

    update = in_expressions(item, lambda text: expression.qualified_casts(text, name))
    if isinstance(item, Column):
        found = types.parse(item.type)
        if len(found.path) > 1 and found.path[: len(old)] == old:
            update["type"] = types.Type(new + found.path[len(old) :], found.modifiers, found.array).text
    return update


def in_expressions(item: Object, change: Callable[[str], str]) -> dict[str, Any]:
    """Return the attributes of an object that differ once ``change`` went over each of its expressions."""
    update: dict[str, Any] = {}
    if isinstance(item, Column) and item.default is not None:
        update["default"] = change(item.default)
    elif isinstance(item, Check):
        update["expression"] = change(item.expression)
    elif isinstance(item, Index):
        update["parts"] = tuple(_part(part, change) for part in item.parts)
        update["where"] = change(item.where) if item.where is not None else None
    return {name: value for name, value in update.items() if value != getattr(item, name)}


def _part(part: IndexPart, change: Callable[[str], str]) -> IndexPart:
    return part if part.expression is None else part.model_copy(update={"expression": change(part.expression)})


def column_renamed(objects: Objects, table: Path, old: str, new: str) -> None:
    """Let constraints, indexes and the foreign keys of other tables follow a column to its new name."""
    changes: dict[Key, Object] = {}
    for key, item in objects.items():
        update: dict[str, Any] = {}
        if item.place == table:
            if isinstance(item, PrimaryKey | Unique | ForeignKey):
                update["columns"] = _swapped(item.columns, old, new)
            elif isinstance(item, Check | Index):
                update.update(in_expressions(item, lambda text: expression.renamed(text, old, new, table[-1])))
            if isinstance(item, Index):
                parts: tuple[IndexPart, ...] = update.get("parts", item.parts)
                update["parts"] = tuple(
                    part.model_copy(update={"column": new}) if part.column == old else part for part in parts
                )
        if isinstance(item, ForeignKey) and item.target == table:
            update["target_columns"] = _swapped(item.target_columns, old, new)
        if update:
            changes[key] = item.model_copy(update=update)
    renamed_in_place(objects, changes)


def _swapped(names: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(new if name == old else name for name in names)


def value_renamed(objects: Objects, enum: Path, old: str, new: str) -> None:
    """Let defaults of the enum's columns, and checks and indexes of their tables, follow a value to its new name."""
    base = qualified(*enum)
    tables = {
        item.place for item in objects.values() if isinstance(item, Column) and types.parse(item.type).base == base
    }
    changes = {
        key: item.model_copy(update=update)
        for key, item in objects.items()
        if item.place in tables and (not isinstance(item, Column) or types.parse(item.type).base == base)
        if (update := in_expressions(item, lambda text: expression.literal_replaced(text, old, new)))
    }
    renamed_in_place(objects, changes)
