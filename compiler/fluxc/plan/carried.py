"""What does not survive that an enum is made anew, and is dropped before that and made again behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxc.model import types
from fluxc.model.claims import by_expression, mentioned
from fluxc.model.column import Column
from fluxc.model.constraint import Constraint, ForeignKey
from fluxc.model.index import Index
from fluxc.model.state import Key
from fluxc.plan.columns import DropDefault, SetDefault
from fluxc.plan.enums import EnumUse, Uses
from fluxc.plan.fallen import fallen
from fluxc.plan.members import creating, dropping
from fluxc.plan.moved import casts_to

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from fluxc.model.enum import Enum
    from fluxc.model.state import Object, State
    from fluxc.plan.operation import Path


class _Touched(NamedTuple):
    """The plain columns that have the type, and the generated ones that have it or rest on one of those."""

    typed: dict[Key, Column]
    generated: dict[Key, Column]


def uses(enum: Enum, state: State) -> Uses:
    """Return where an enum is used: columns by table, and what has to make way while it is made anew."""
    touched = _touched(enum, state)
    tables: dict[Path, list[Column]] = {}
    for column in touched.typed.values():
        tables.setdefault(column.place, []).append(column)
    torn = [*_torn(enum, state, touched), *touched.generated.values()]
    going = sorted(torn, key=lambda item: (isinstance(item, Column), not isinstance(item, ForeignKey)))
    coming = sorted(torn, key=lambda item: (not isinstance(item, Column), isinstance(item, ForeignKey)))
    defaults = list(_defaults(enum, state, touched))
    parsed = fallen({enum.key, *touched.typed, *touched.generated}, state)
    back = tuple(undone for operation in reversed(parsed) for undone in operation.reverse())
    return Uses(
        tables=tuple(EnumUse(table, tuple(columns)) for table, columns in sorted(tables.items())),
        dropped=(*parsed, *(dropping(item) for item in going), *(DropDefault(old, new) for old, new in defaults)),
        restored=(*(SetDefault(new, old) for old, new in defaults), *(creating(item) for item in coming), *back),
    )


def _touched(enum: Enum, state: State) -> _Touched:
    columns = state.of(Column)
    mine = {column.key: column for column in columns if types.parse(column.type).path == enum.key.path}
    typed = {key: column for key, column in mine.items() if column.generated is None}
    generated = {
        column.key: column
        for column in columns
        if column.generated is not None and (column.key in mine or _own(column) & typed.keys() or _names(column, enum))
    }
    return _Touched(typed, generated)


def _torn(enum: Enum, state: State, touched: _Touched) -> Iterator[Object]:
    for item in state:
        if isinstance(item, Constraint | Index):
            own = _own(item)
            rests = (by_expression(item) or isinstance(item, ForeignKey)) and own & touched.typed.keys()
            if rests or own & touched.generated.keys() or _aims(item, touched.generated) or _names(item, enum):
                yield item


def _own(item: Object) -> set[Key]:
    """Return the columns of its own table that an object mentions."""
    return {Key(Column.kind, (*item.place, name)) for name in mentioned(item)}


def _aims(item: Object, columns: Collection[Key]) -> bool:
    """Return whether an object is a foreign key to one of the columns."""
    if not columns or not isinstance(item, ForeignKey):
        return False
    return any(key.path[:-1] == item.target and key.path[-1] in item.target_columns for key in columns)


def _names(item: Object, enum: Enum) -> bool:
    """Return whether an expression of the object casts to the enum."""
    return enum.name in item.attributes and casts_to(item, enum.key.path)


def _defaults(enum: Enum, state: State, touched: _Touched) -> Iterator[tuple[Column, Column]]:
    """Yield with and without its default each column of another type whose default casts to the enum."""
    for column in state.of(Column):
        if column.default is not None and column.key not in touched.typed and _names(column, enum):
            yield column, column.model_copy(update={"default": None})
