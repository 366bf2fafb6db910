"""Hazards of operations that are done one after the other, some of them to tables that others made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.plan.operation import Create

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.plan.operation import Operation, Path

LONG: Final = frozenset({"rewrites-table", "scans-table", "builds-index", "needs-backfill"})
"""What takes longer the more rows there are."""
_ON_ROWS: Final = LONG | {"blocks-reads", "blocks-writes"}
_HOLDERS: Final = frozenset({"table", "view", "materialized_view"})


def makes_holder(operation: Operation) -> bool:
    """Return whether an operation makes what holds rows, or shows them."""
    return operation.key.kind in _HOLDERS and isinstance(operation, Create)


def hazards_told(operations: Iterable[Operation]) -> Iterator[tuple[str, Path]]:
    """Yield the code and the object of each hazard; what is made anew has no rows yet, and nobody waits for it."""
    fresh: set[Path] = set()
    for operation in operations:
        if makes_holder(operation):
            fresh.add(operation.key.path)
        for code in operation.hazards():
            if code not in _ON_ROWS or operation.table not in fresh:
                yield code, operation.about
