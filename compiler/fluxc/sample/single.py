"""Kinds of rows to try one by one where a set of them was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.sample.constants import constants
from fluxc.sample.queries import TRIGGERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import psycopg

    from fluxc.sample.draft import Draft
    from fluxc.sample.pools import Pools

_MOST: Final = 400
_MIXED: Final = 60
_FEW: Final = 10


def attempts(
    made: Draft, usual: Mapping[str, Sequence[int]], pools: Pools, cursor: psycopg.Cursor[Any], *, hopeless: bool
) -> Iterator[dict[str, list[int]]]:
    """Yield places in the pools of all columns: the usual ones, then one column after the other with all that it has.

    The columns that triggers speak of come first; constants in the bodies of triggers are tried as well. What is
    ``hopeless`` because of checks, and has no trigger, is tried a few times for the server's words.
    """
    cursor.execute(TRIGGERS, [made.table.oid])
    bodies = [str(body) for (body,) in cursor.fetchall()]
    _learn(made, pools, bodies)
    styles = {name: list(usual.get(name, [0])) for name in made.cells}
    yield {name: places[:1] for name, places in styles.items()}
    yield {name: places[1:2] or places[:1] for name, places in styles.items()}
    left = 0 if hopeless and not bodies else _MOST
    spoken = " ".join(bodies).lower()
    for name in sorted(made.cells, key=lambda name: f"new.{name.lower()}" not in spoken):
        for place in range(min(len(made.cells[name].pool), left)):
            left -= 1
            yield {other: [place] if other == name else places[:1] for other, places in styles.items()}
    for attempt in range(1, _MIXED if left else _FEW):
        yield {
            name: [_mixed(attempt, column, len(cell.pool))] for column, (name, cell) in enumerate(made.cells.items())
        }


def _learn(made: Draft, pools: Pools, bodies: Sequence[str]) -> None:
    said = constants(bodies)
    for name, cell in made.cells.items():
        if bodies and name not in made.picked and name not in made.counted:
            column = made.table.columns[name]
            known = len(pools.of(column.type, column.modifier, name))
            more = pools.of(column.type, column.modifier, name, said)
            made.cells[name] = cell._replace(pool=(*cell.pool, *(more if len(more) > known else ())))


def _mixed(attempt: int, column: int, size: int) -> int:
    state = (attempt * 6364136223846793005 + column * 1442695040888963407 * attempt) % 2**64
    return (state >> 33) % size
