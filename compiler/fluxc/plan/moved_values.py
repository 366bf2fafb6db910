"""What follows when a value of an enum gets another name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fluxc.model import expression, types
from fluxc.model.claims import by_expression, mentioned
from fluxc.model.column import Column
from fluxc.model.constraint import Check, Exclusion
from fluxc.model.index import Index
from fluxc.model.names import qualified
from fluxc.model.state import Key
from fluxc.plan.moved import in_expressions
from fluxc.plan.operation import renamed_in_place

if TYPE_CHECKING:
    from fluxc.model.state import Object
    from fluxc.plan.operation import Objects, Path


def value_renamed(objects: Objects, enum: Path, old: str, new: str) -> None:
    """Let defaults of the enum's columns, and checks and indexes over nothing else, follow a value to its new name."""
    typed = _columns_of(enum, objects)
    changes = {
        key: item.model_copy(update=update)
        for key, item in objects.items()
        if key in typed or _only_over(item, typed)
        if (update := in_expressions(item, lambda text: _value_replaced(text, old, new)))
    }
    renamed_in_place(objects, changes)


def doubtful_values(objects: Objects, enum: Path, old: str, new: str) -> list[Check | Exclusion | Index]:
    """Return the checks and indexes in which nobody can tell whether a string is the value or another type's."""
    typed = _columns_of(enum, objects)
    return [
        item
        for item in objects.values()
        if isinstance(item, Check | Exclusion | Index) and by_expression(item) and not _only_over(item, typed)
        if _mentioned_columns(item) & typed or casts_to(item, enum)
        if in_expressions(item, lambda text: _value_replaced(text, old, new))
    ]


def _columns_of(enum: Path, objects: Objects) -> set[Key]:
    base = qualified(*enum)
    return {key for key, item in objects.items() if isinstance(item, Column) and types.parse(item.type).base == base}


def _only_over(item: Object, columns: set[Key]) -> bool:
    return by_expression(item) and _mentioned_columns(item) <= columns


def _mentioned_columns(item: Object) -> set[Key]:
    return {Key(Column.kind, (*item.place, name)) for name in mentioned(item)}


def casts_to(item: Object, enum: Path) -> bool:
    """Return whether an expression of the object casts to the enum of this path."""
    return bool(
        in_expressions(item, lambda text: expression.qualified_casts(text, lambda path: "x" if path == enum else None))
    )


def _value_replaced(text: str, old: str, new: str) -> str:
    """Return an expression with the value renamed in plain strings and in literals of arrays."""

    def element(match: re.Match[str]) -> str:
        value = match[0].strip()
        plain = re.sub(r"\\(.)", r"\1", value[1:-1], flags=re.DOTALL) if value.startswith('"') else value
        if plain != old:
            return match[0]
        return '"' + re.sub(r'(["\\])', r"\\\1", new) + '"' if _QUOTED_ELEMENT.search(new) else new

    def elements(match: re.Match[str]) -> str:
        inner = match[0][2:-2].replace("''", "'")
        return "'{" + _ELEMENT.sub(element, inner).replace("'", "''") + "}'"

    return _ARRAY.sub(elements, expression.literal_replaced(text, old, new))


_ARRAY: Final = re.compile(r"(?<![\w'])'\{(?:[^'{}]|'')*\}'(?!')")
_ELEMENT: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[^,"]+', re.DOTALL)
_QUOTED_ELEMENT: Final = re.compile(r'[\s,{}"\\]|^$|^null$', re.IGNORECASE)
