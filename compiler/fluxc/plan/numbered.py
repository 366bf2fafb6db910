"""Identity columns of tables that others have their columns from: only the table itself draws from the sequence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.columns import AddColumn, DropColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.column import Column
    from fluxc.model.state import State
    from fluxc.plan.operation import Operation

_ADDED_WITH_PARTITIONS: Final = 17
"""The oldest server that adds an identity column to a table and its partitions at once."""


def numbered(found: Iterable[Operation], before: State, after: State, target: int) -> Iterator[Operation]:
    """Yield the operations, with identity columns that others have as well added before they are made to count."""
    for item in found:
        if isinstance(item, AddColumn) and item.new.identity:
            yield replace(item, apart=_is_apart(item.new, after, target))
        elif isinstance(item, DropColumn) and item.old.identity:
            yield replace(item, apart=_is_apart(item.old, before, target))
        else:
            yield item


def _is_apart(column: Column, state: State, target: int) -> bool:
    table = state.get(Key(Table.kind, column.place))
    partitioned = isinstance(table, Table) and table.partition_by is not None
    return bool(state.heirs(column.place)) and not (partitioned and target >= _ADDED_WITH_PARTITIONS)
