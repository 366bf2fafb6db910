"""At which sizes a migration is tried: with a few rows, and with more where it costs something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.model.names import qualified, split_name
from fluxc.sample import contents, fill

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    import psycopg

    from fluxc.sample import Contents
    from fluxc.trace.measured import Run

    Name = tuple[str, str]

ROWS: Final = 4
"""With the fourth, what is no key has values twice."""
_MORE: Final = 4 * ROWS


def more_rows(
    connection: psycopg.Connection[Any],
    runs: Iterable[Run],
    had: Mapping[Name, Contents],
    only: Collection[Name] | None,
) -> tuple[Mapping[Name, Contents], Mapping[str, int]]:
    """Put more rows into the tables where statements cost something, those of ``only`` where it says some.

    Return the rows of these and of those that ``had`` some, and by name how many more there are than there were.
    """
    relations = {
        name
        for run in runs
        for name in (
            *(lock.name for lock in run.cost.locks if lock.kind == "table"),
            *(work.relation for work in run.cost.works),
        )
    }
    names = {(namespace, name) for namespace, name in map(split_name, relations)}
    names &= names if only is None else set(only)
    made = fill(connection, rows=_MORE, tables=names, number=ROWS).made
    has = contents(connection, {**had, **made})
    were = {name: there.rows.total() for name, there in had.items()}
    return has, {qualified(*name): there.rows.total() - were.get(name, 0) for name, there in has.items()}
