"""The physical order of columns, which a catalogue does not compare and the lock promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.names import qualified, split_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.inspect import Catalogue


def misplaced(found: Catalogue, lines: Mapping[str, str]) -> Iterator[str]:
    """Yield in words each table whose columns do not stand in the order of canonical lines.

    What a table has from others is not among its lines, and stands where those put it.
    """
    for table, wanted in _order(lines).items():
        there = tuple(name for name in found.column_order.get(table, ()) if name in wanted)
        if set(there) == set(wanted) and there != wanted:
            yield f"the columns of {table} are in the order {', '.join(there)}, expected {', '.join(wanted)}"


def _order(lines: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    order: dict[str, tuple[str, ...]] = {}
    for key in lines:
        kind, _, name = key.partition(" ")
        if kind == "column":
            path = split_name(name)
            table = qualified(*path[:-1])
            order[table] = (*order.get(table, ()), path[-1])
    return order
