"""Tables whose rows are nothing but what their seeds would put there again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

from fluxc.diagnostics import InputError, OutsideError
from fluxc.model.inherited import columns_of
from fluxc.seed.staging import staged
from fluxc.seed.statements import LOCK_TIMEOUT, Statements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from fluxc.model.seed import Seed, Shape
    from fluxc.model.state import State
    from fluxc.seed.order import Ordered


def regained(
    connection: psycopg.Connection[Any], turns: Sequence[Ordered], state: State, templates: Environment
) -> frozenset[tuple[str, ...]]:
    """Return the tables of which every row is stored as it is declared, and holds nothing else but defaults.

    A table that is not as the schema says now is not among them.  Changes nothing.
    """
    statements = Statements(templates)
    found: set[tuple[str, ...]] = set()
    with connection.transaction(force_rollback=True), psycopg.RawCursor(connection) as cursor:
        cursor.execute(statements.write("begin", lock_timeout=LOCK_TIMEOUT))
        for number, turn in enumerate(turns, 1):
            try:
                with connection.transaction():
                    if not _strays(cursor, statements, turn.seed, f"fluxc_seed_{number}", state):
                        found.add(turn.seed.table)
            except (InputError, OutsideError, psycopg.Error):
                continue  # what cannot be compared is not known to come back
    return frozenset(found)


def _strays(cursor: psycopg.RawCursor[Any], statements: Statements, seed: Seed, name: str, state: State) -> bool:
    stage = staged(cursor, statements, seed, name, frozenset(seed.columns))
    usual = {shape: _usual(shape, seed, state) for shape in stage.shapes}
    row = cursor.execute(statements.write("strays", stage=stage, usual=usual)).fetchone()
    return row is None or bool(row[0])


def _usual(shape: Shape, seed: Seed, state: State) -> list[str]:
    """Return the columns that a row of this shape fills: those it gives, and those that the server fills."""
    columns = columns_of(seed.table, state)
    filled = [
        column.name
        for column in columns
        if column.default is not None or column.generated is not None or column.identity or column.serial
    ]
    return list(dict.fromkeys((*(name for name, _ in shape), *filled)))
