"""The columns that a table has, with those that it has from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.column import Column
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from fluxc.model.state import State


def columns_of(path: tuple[str, ...], state: State) -> list[Column]:
    """Return the columns of a table, those of its parents first, each as the one says it that it comes from."""
    own = state.members(path, Column)
    table = state.get(Key(Table.kind, path))
    if not isinstance(table, Table) or not table.parents:
        return own
    found = {column.name: column for parent in table.parents for column in columns_of(parent, state)}
    return list((found | {column.name: column for column in own}).values())
