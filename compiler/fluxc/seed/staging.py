"""Declared rows into a temporary table, in batches, with references looked up on the way."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import psycopg

from fluxc.seed.failure import failed, twice, unresolved
from fluxc.seed.statements import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.seed import Row, Seed, Shape
    from fluxc.seed.statements import Statements

    Cursor = psycopg.RawCursor[Any]

_MOST_ROWS: Final = 1000
_MOST_PARAMETERS: Final = 60_000  # the protocol counts them in 16 bits


def staged(cursor: Cursor, statements: Statements, seed: Seed, name: str, unchecked: frozenset[str]) -> Stage:
    """Return the stage that holds the rows of a seed as they mean now.

    A reference that finds nothing is null in the columns ``unchecked``; in others it raises OutsideError
    `missing-reference`.
    """
    stage = Stage(seed, ("pg_temp", name))
    try:
        cursor.execute(statements.write("stage", stage=stage))
    except psycopg.Error as error:
        raise failed(seed, error) from None
    last = 0
    for shape, first, rows in _batches(seed):
        _fill(cursor, statements, stage, shape, first, rows)
        last = first + len(rows)
    if last > _MOST_ROWS:
        cursor.execute(statements.write("analyze", stage=stage))  # the planner takes a new table for a small one
    for shape in stage.shapes:
        _check_found(cursor, statements, stage, shape, unchecked)
    return stage


def _batches(seed: Seed) -> Iterator[tuple[Shape, int, list[Row]]]:
    """Yield rows of one shape that follow each other, with the number of the first."""
    batch: list[Row] = []
    number = 0
    for number, row in enumerate(seed.rows):
        if batch and (row.shape is not batch[0].shape or len(batch) >= _room(row)):
            yield batch[0].shape, number - len(batch), batch
            batch = []
        batch.append(row)
    if batch:
        yield batch[0].shape, number + 1 - len(batch), batch


def _room(row: Row) -> int:
    return max(1, min(_MOST_ROWS, _MOST_PARAMETERS // (1 + len(row.parameters))))


def _fill(cursor: Cursor, statements: Statements, stage: Stage, shape: Shape, first: int, rows: list[Row]) -> None:
    try:
        _send(cursor, statements, stage, shape, first, rows)
    except psycopg.OperationalError as error:
        raise failed(stage.seed, error) from None
    except psycopg.Error as error:
        if len(rows) == 1:
            raise (twice if error.sqlstate == "23505" else failed)(stage.seed, error, rows[0]) from None
        half = len(rows) // 2
        _fill(cursor, statements, stage, shape, first, rows[:half])
        _fill(cursor, statements, stage, shape, first + half, rows[half:])
        raise failed(stage.seed, error) from None


def _send(cursor: Cursor, statements: Statements, stage: Stage, shape: Shape, first: int, rows: list[Row]) -> None:
    parameters = [value for number, row in enumerate(rows, first) for value in (number, *row.parameters)]
    with cursor.connection.transaction():
        cursor.execute(statements.filling(stage, shape, len(rows)), parameters)


def _check_found(cursor: Cursor, statements: Statements, stage: Stage, shape: Shape, unchecked: frozenset[str]) -> None:
    names = [name for name, said in shape if said.lookup is not None and name not in unchecked]
    if not names:
        return
    query = statements.write("unresolved", stage=stage, number=stage.shapes[shape], names=names)
    found = cursor.execute(query).fetchone()
    if found and found[0] is not None:
        row = next(islice(stage.seed.rows, int(found[0]), None))
        raise unresolved(stage.seed, row, names)
