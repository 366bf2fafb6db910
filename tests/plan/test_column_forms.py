"""A column becomes every form from every other: rows stay, and sequences go on behind the highest value."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, Final

import psycopg
from tests.laws.schemas import compiled

from fluxc.inspect import compare, read
from fluxc.model.state import State
from fluxc.plan.decisions import Decisions
from fluxc.plan.planning import plan
from fluxc.render.environment import environment
from fluxc.render.migration import steps_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.compiled import Compiled
    from fluxc.plan.steps import Step

FORMS: Final = {
    "always": "bigint identity",
    "by_default": {"type": "bigint", "identity": "by default"},
    "in_fives": {"type": "bigint", "identity": {"start": 100, "increment": 5}},
    "downwards": {"type": "bigint", "identity": {"increment": -1}},
    "serial": "bigserial",
    "plain": "bigint",
    "with_default": "bigint = 7",
    "nullable": "bigint?",
    "nullable_default": "bigint? = 7",
}
COUNTING: Final = frozenset({"always", "by_default", "in_fives", "downwards", "serial"})
PAIRS: Final = tuple(product(FORMS, FORMS))
HIGHEST: Final = 41
"""The number in tables whose column draws none at first."""


def schema(side: int) -> Compiled:
    """Return a table for each pair of forms, with the column in one of the two."""
    tables = {f"{pair[0]}_to_{pair[1]}": {"columns": {"number": FORMS[pair[side]], "note": "text?"}} for pair in PAIRS}
    made = compiled({"app": {"tables": tables}})
    assert made is not None
    return made


def test_every_form_becomes_every_other(database: str) -> None:
    """Up and down, the server agrees, no row changes, and the next number is higher than every one that is there."""
    before, after = schema(0), schema(1)
    there = plan(before.state, after.state, after.intent, Decisions())
    assert there.questions == ()
    with psycopg.connect(database, autocommit=True) as connection:
        run(connection, plan(State(), before.state, before.intent, Decisions()).steps)
        tables = {f"app.{old}_to_{new}": (old, new) for old, new in PAIRS}
        rows = {table: insert(connection, table, old) for table, (old, _) in tables.items()}
        first = read(connection)

        run(connection, there.steps)
        for table, (_, new) in tables.items():
            check(connection, table, new, rows[table])
        assert [item.text for item in compare(connection, expected(connection, after), read(connection))] == []
        run(connection, there.back)
        for table, (old, _) in tables.items():
            check(connection, table, old, rows[table])
        assert [item.text for item in compare(connection, first, read(connection))] == []


def expected(connection: psycopg.Connection[Any], after: Compiled) -> Any:
    """Return the catalogue of a schema made from nothing, in a transaction that leaves nothing behind."""
    text = steps_text(plan(State(), after.state, after.intent, Decisions()).steps, environment())
    connection.execute("alter schema app rename to kept")
    connection.execute(text.encode())
    made = read(connection, ignore=["kept"])
    connection.execute("drop schema app cascade")
    connection.execute("alter schema kept rename to app")
    return made


def run(connection: psycopg.Connection[Any], steps: Iterable[Step]) -> None:
    connection.execute(steps_text(steps, environment()).encode())


def insert(connection: psycopg.Connection[Any], table: str, form: str) -> list[int]:
    """Put rows into a table, with numbers that are drawn where its column draws them, and return the numbers."""
    values = "insert into {} (note) values (null), (null), (null)" if form in COUNTING else "insert into {} values ({})"
    connection.execute(values.format(table, HIGHEST).encode())
    return numbers(connection, table)


def numbers(connection: psycopg.Connection[Any], table: str) -> list[int]:
    return [number for (number,) in connection.execute(f"select number from {table} order by 1".encode()).fetchall()]


def check(connection: psycopg.Connection[Any], table: str, form: str, rows: list[int]) -> None:
    """Look that the rows are there, and that a number which is drawn lies beyond theirs."""
    assert numbers(connection, table) == rows, table
    if form in COUNTING:
        drawn = connection.execute(f"insert into {table} (note) values ('drawn') returning number".encode()).fetchone()
        assert drawn is not None
        assert drawn[0] < min(rows) if form == "downwards" else drawn[0] > max(rows), (table, drawn)
        connection.execute(f"delete from {table} where note = 'drawn'".encode())
