"""Writing seeds: all tables in one transaction, or nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

from fluxc.model.column import Column
from fluxc.model.sequence_names import draws_from
from fluxc.model.state import Key
from fluxc.seed.attempt import Attempt
from fluxc.seed.failure import InTheWay, failed
from fluxc.seed.statements import LOCK_TIMEOUT, Statements
from fluxc.seed.written import Loses, Seeded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from fluxc.model.state import State
    from fluxc.seed.order import Ordered


def write_seeds(
    connection: psycopg.Connection[Any],
    turns: Sequence[Ordered],
    state: State,
    templates: Environment,
    *,
    accept_loss: bool = False,
    dry_run: bool = False,
) -> Seeded:
    """Bring the tables in step with their seeds and return what was done; with ``dry_run`` take it back at once.

    Raises Loses where rows would be deleted and ``accept_loss`` is not given, OutsideError where the server refuses,
    InputError where two rows turn out to be one; nothing is written then.
    """
    statements = Statements(templates)
    with connection.transaction(), psycopg.RawCursor(connection) as cursor:
        cursor.execute(statements.write("begin", lock_timeout=LOCK_TIMEOUT))
        attempt = _attempted(cursor, statements, turns)
        seeded = Seeded(attempt.written(), attempt.deleted_along(), dry_run)
        if dry_run:
            raise psycopg.Rollback
        if not accept_loss and seeded.losses():
            raise Loses(seeded)
        for turn, written in zip(turns, seeded.tables, strict=True):
            if written.inserted:
                _advance(cursor, statements, turn, state)
    return seeded


def _attempted(cursor: psycopg.RawCursor[Any], statements: Statements, turns: Sequence[Ordered]) -> Attempt:
    """Write everything; where a row holds a unique value that another shall have, again with deletions first."""
    orders = (False, True) if any(turn.seed.mode == "exact" for turn in turns) else (False,)
    problem: InTheWay | None = None
    for deletes_first in orders:
        attempt = Attempt(cursor, statements, turns)
        try:
            with cursor.connection.transaction():
                attempt.write(deletes_first=deletes_first)
        except InTheWay as found:
            problem = found
        else:
            return attempt
    assert problem is not None
    raise problem.error


def _advance(cursor: psycopg.RawCursor[Any], statements: Statements, turn: Ordered, state: State) -> None:
    """Let the sequences behind columns whose values were declared go on after the highest of them."""
    seed = turn.seed
    columns = (state.get(Key(Column.kind, (*seed.table, name))) for name in seed.columns)
    for column in columns:
        if isinstance(column, Column) and (column.sequence or draws_from(column.default or "")):
            try:
                cursor.execute(statements.write("advance", table=seed.table, column=column.name))
            except psycopg.Error as error:
                raise failed(seed, error) from None
