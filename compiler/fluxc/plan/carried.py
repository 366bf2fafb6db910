"""What does not survive that a type is made anew, and is dropped before that and made again behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxc.model import types
from fluxc.model.claims import by_expression, mentioned
from fluxc.model.collation import Collation
from fluxc.model.column import Column
from fluxc.model.constraint import Constraint, Exclusion, ForeignKey
from fluxc.model.index import Index
from fluxc.model.privileges import privileges_of
from fluxc.model.state import Key
from fluxc.plan.columns import DropDefault, SetDefault
from fluxc.plan.enums import EnumUse, Uses
from fluxc.plan.fallen import fallen
from fluxc.plan.members import creating, dropping
from fluxc.plan.moved_values import casts_to

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from fluxc.model.privileges import Privileges
    from fluxc.model.state import Object, State
    from fluxc.plan.operation import Path


class _Touched(NamedTuple):
    """The plain columns that have the type, and the generated ones that have it or rest on one of those."""

    typed: dict[Key, Column]
    generated: dict[Key, Column]


class Remade(NamedTuple):
    """Types and collations that are made anew."""

    collations: frozenset[str]
    paths: frozenset[Path]

    @classmethod
    def of(cls, root: Object, others: Iterable[Object]) -> Remade:
        """Return what is made anew with what is made of it."""
        everything = (root, *others)
        collations = frozenset(item.sql for item in everything if isinstance(item, Collation))
        return cls(collations, frozenset((*item.place, name) for item in everything for name in item.type_names))

    def has(self, column: Column) -> bool:
        """Return whether a column is of one of the types, or ordered by the collation."""
        if column.collation is not None and column.collation in self.collations:
            return True
        return types.parse(column.type).path in self.paths


def uses(root: Object, state: State, others: Iterable[Object] = (), after: State | None = None) -> Uses:
    """Return where a type is used, and where the ``others`` that are made of it are.

    These are columns by table, and what has to make way while it is made anew; given what comes ``after``, only what is
    still there then.
    """
    remade = Remade.of(root, others)
    touched = _touched(remade, state)
    if after is not None:
        typed = {key: kept for key, column in touched.typed.items() if (kept := _kept(column, after)) is not None}
        generated = {key: column for key, column in touched.generated.items() if after.get(key) == column}
        touched = _Touched(typed, generated)
    tables: dict[Path, list[Column]] = {}
    for column in touched.typed.values():
        tables.setdefault(column.place, []).append(column)
    torn = [*_torn(remade, state, touched), *touched.generated.values()]
    if after is not None:
        torn = [item for item in torn if after.get(item.key) == item]
    torn += _privileges((root, *others), state, after)
    going = sorted(torn, key=lambda item: (isinstance(item, Column), not isinstance(item, ForeignKey)))
    coming = sorted(torn, key=lambda item: (not isinstance(item, Column), isinstance(item, ForeignKey)))
    defaults = list(_defaults(remade, state, touched))
    made_anew = {root.key, *(item.key for item in others), *touched.typed, *touched.generated}
    parsed = fallen(made_anew, state) if after is None else []  # otherwise they are taken down with all the rest
    back = tuple(undone for operation in reversed(parsed) for undone in operation.reverse())
    return Uses(
        tables=tuple(EnumUse(table, tuple(columns)) for table, columns in sorted(tables.items())),
        dropped=(*parsed, *(dropping(item) for item in going), *(DropDefault(old, new) for old, new in defaults)),
        restored=(*(SetDefault(new, old) for old, new in defaults), *(creating(item) for item in coming), *back),
    )


def _privileges(items: Iterable[Object], state: State, after: State | None) -> Iterator[Privileges]:
    """Yield who may do what with the types, as it is now, which a new type knows nothing of."""
    for item in items:
        found = privileges_of(state, item)
        if found is not None and (after is None or privileges_of(after, item) is not None):
            yield found


def _kept(column: Column, after: State) -> Column | None:
    """Return a column that is of the same type and order afterwards, without a default that is not; None for others."""
    kept = after.get(column.key)
    if not isinstance(kept, Column) or (kept.type, kept.collation) != (column.type, column.collation):
        return None
    return column if kept.default == column.default else column.model_copy(update={"default": None})


def _touched(remade: Remade, state: State) -> _Touched:
    columns = state.of(Column)
    mine = {column.key: column for column in columns if remade.has(column)}
    typed = {key: column for key, column in mine.items() if column.generated is None}
    generated = {
        column.key: column
        for column in columns
        if column.generated is not None
        and (column.key in mine or _own(column) & typed.keys() or _names(column, remade))
    }
    return _Touched(typed, generated)


def _torn(remade: Remade, state: State, touched: _Touched) -> Iterator[Object]:
    for item in state:
        if isinstance(item, Constraint | Index):
            own = _own(item)
            rests = (by_expression(item) or isinstance(item, ForeignKey)) and own & touched.typed.keys()
            if (
                rests
                or own & touched.generated.keys()
                or _aims(item, touched.generated)
                or _names(item, remade)
                or _ordered(item, remade)
            ):
                yield item


def _own(item: Object) -> set[Key]:
    """Return the columns of its own table that an object mentions."""
    return {Key(Column.kind, (*item.place, name)) for name in mentioned(item)}


def _aims(item: Object, columns: Collection[Key]) -> bool:
    """Return whether an object is a foreign key to one of the columns."""
    if not columns or not isinstance(item, ForeignKey):
        return False
    return any(key.path[:-1] == item.target and key.path[-1] in item.target_columns for key in columns)


def _names(item: Object, remade: Remade) -> bool:
    """Return whether an expression of the object casts to one of the types."""
    return any(path[-1] in item.attributes and casts_to(item, path) for path in remade.paths)


def _ordered(item: Object, remade: Remade) -> bool:
    """Return whether a part of an index is ordered by the collation."""
    parts = item.parts if remade.collations and isinstance(item, Index | Exclusion) else ()
    return any(part.collation in remade.collations for part in parts)


def _defaults(remade: Remade, state: State, touched: _Touched) -> Iterator[tuple[Column, Column]]:
    """Yield with and without its default each column of another type whose default casts to one of the types."""
    for column in state.of(Column):
        if column.default is not None and column.key not in touched.typed and _names(column, remade):
            yield column, column.model_copy(update={"default": None})
