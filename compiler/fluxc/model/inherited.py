"""What a table has from the tables that it inherits from or is a partition of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model import names
from fluxc.model.column import Column
from fluxc.model.constraint import Check, Constraint, Exclusion, Indexed, PrimaryKey, Unique
from fluxc.model.index import Index
from fluxc.model.label import label
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import Object, State


def columns_of(path: tuple[str, ...], state: State) -> list[Column]:
    """Return the columns of a table, those of its parents first, each as the one says it that it comes from."""
    own = state.members(path, Column)
    table = state.get(Key(Table.kind, path))
    if not isinstance(table, Table) or not table.parents:
        return own
    found = {column.name: passed_on(column) for parent in table.parents for column in _offered(parent, state)}
    return list((found | {column.name: column for column in own}).values())


def _offered(path: tuple[str, ...], state: State) -> list[Column]:
    """Return the columns of a table as tables that inherit have them: not all not-null constraints are passed on."""
    table, columns = state.get(Key(Table.kind, path)), columns_of(path, state)
    kept = {name for name, kinds in table.not_null_kinds if "no inherit" in kinds} if isinstance(table, Table) else ()
    if not kept:
        return columns
    return [column.model_copy(update={"nullable": True}) if column.name in kept else column for column in columns]


def passed_on(column: Column) -> Column:
    """Return a column as a table has it from a parent, with which options stay, and what makes it an identity."""
    return column.model_copy(update=_OWN) if column.options or column.identity else column


_OWN: Final = {"options": (), "identity": None, "counting": None, "sequence_name": None}


def members_of(path: tuple[str, ...], child: tuple[str, ...], state: State, *, partition: bool) -> list[Object]:
    """Return what a table has from another: as its own, under the names that PostgreSQL gives them there.

    Those that inherit have its columns and checks, partitions its keys and indexes as well.
    """
    found: list[Object] = [passed_on(column).at(*child, column.name) for column in _offered(path, state)]
    for item in everything(path, state):
        if isinstance(item, Check) and item.inherit:
            found.append(item.at(*child, item.name))
        elif partition and not isinstance(item, Column | Check):
            found.append(item.at(*child, own_name(item, child[-1])).model_copy(update=_LEFT_BEHIND))
    return found


_LEFT_BEHIND: Final = {"doc": None}


def says_the_same(own: Object, item: Object) -> bool:
    """Return whether the server would take an index or a constraint of a partition for a copy of its table's."""
    return type(own) is type(item) and _meaning(own) == _meaning(item)


def _meaning(item: Object) -> Object:
    update: dict[str, object] = {"doc": None, "clustered": False, "identifying": False, "parameters": ()}
    if isinstance(item, Index):
        update["statistics"] = ()
    return item.at("").model_copy(update=update | {"tablespace": None})


def twins_above(item: Object, state: State) -> Iterator[Key]:
    """Yield the keys of what must be there before an index or a key of a partition, so that it is not taken for a copy.

    These are those of the tables above that say the same, of which the server would take the first that is made, and
    the copy that would have its name.
    """
    table = state.get(Key(Table.kind, item.place)) if isinstance(item, Index | Indexed) else None
    while isinstance(table, Table) and table.partition_of:
        yield from (other.key for other in state.under(table.partition_of) if says_the_same(other, item))
        yield from (copy.key for copy in state.under(item.place) if getattr(copy, "usual", None) == item.name)
        table = state.get(Key(Table.kind, table.partition_of))


def everything(path: tuple[str, ...], state: State) -> Iterator[Constraint | Index]:
    """Yield the constraints and indexes of a table with those that it has from others."""
    table = state.get(Key(Table.kind, path))
    for parent in table.parents if isinstance(table, Table) else ():
        for item in members_of(parent, path, state, partition=bool(isinstance(table, Table) and table.partition_of)):
            if isinstance(item, Constraint | Index):
                yield item
    yield from (item for item in state.under(path) if isinstance(item, Constraint | Index))


def own_name(item: Object, table: str) -> str:
    """Return the name that a partition's copy of a constraint or an index gets."""
    match item:
        case PrimaryKey():
            return names.primary_key_name(table)
        case Unique():
            return names.unique_name(table, (*item.columns, *item.include))
        case Exclusion():
            return names.exclusion_name(table, _labels(item))
        case Index():
            return names.index_name(table, _labels(item))
        case _:
            return item.name


def _labels(item: Index | Exclusion) -> list[str | None]:
    return [*(part.column or label(part.expression or "") for part in item.parts), *item.include]
