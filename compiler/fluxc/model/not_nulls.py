"""The names of not-null constraints, which servers from 18 on keep (manual, CREATE TABLE)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model.inherited import columns_of
from fluxc.model.names import not_null_name
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.model.state import State

NAMED: Final = 18
"""The server from which on not-null constraints have names."""


def usual_names(path: tuple[str, ...], state: State) -> Mapping[str, str]:
    """Return by column the names that a table's not-null constraints have where nothing is said of them.

    A partition has those of its table, and columns that are inherited bring theirs.
    """
    table = state.get(Key(Table.kind, path))
    above: dict[str, str] = {}
    for parent in table.parents if isinstance(table, Table) else ():
        above = {**names_in(parent, state), **above}
    columns = [column for column in columns_of(path, state) if not column.nullable]
    if isinstance(table, Table) and table.inherits:  # what is its own, too, is called as its own
        above = {column.name: above[column.name] for column in columns if column.place != path and column.name in above}
    return {column.name: above.get(column.name) or not_null_name(path[-1], column.name) for column in columns}


def names_in(path: tuple[str, ...], state: State) -> Mapping[str, str]:
    """Return by column the names of the not-null constraints of a table."""
    table = state.get(Key(Table.kind, path))
    usual = usual_names(path, state)
    said: dict[str, str] = dict(table.not_nulls) if isinstance(table, Table) else {}
    return {column: said.get(column, name) for column, name in usual.items()}
