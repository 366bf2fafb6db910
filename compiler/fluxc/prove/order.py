"""The physical order of columns, which a catalogue does not compare and the lock promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.history.lines import kind_of, name_of, table_of
from fluxc.model.names import qualified, split_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from fluxc.inspect import Catalogue


def misplaced(found: Catalogue, lines: Mapping[str, str]) -> Iterator[str]:
    """Yield in words each table whose columns do not stand in the order of canonical lines.

    What a table has from others is not among its lines, and stands where those put it.
    """
    orders = {qualified(*split_name(table)): order for table, order in found.column_order.items()}
    for table, wanted in _order(lines, orders).items():
        there = tuple(name for name in orders[table] if name in wanted)
        if set(there) == set(wanted) and there != wanted:
            yield f"the columns of {table} are in the order {', '.join(there)}, expected {', '.join(wanted)}"


def _order(lines: Mapping[str, str], tables: Collection[str]) -> dict[str, tuple[str, ...]]:
    order: dict[str, tuple[str, ...]] = {}
    for key in lines:
        table = name_of(str(table_of(key))) if kind_of(key) == "column" else ""
        if table in tables:
            order[table] = (*order.get(table, ()), split_name(name_of(key))[-1])
    return order
