"""The condition of the rows within a bound, by which the server knows rows at which it then need not look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import psycopg
import pytest
from tests.laws.schemas import compiled

from fluxc.model.table import Table
from fluxc.plan.bounds import condition

if TYPE_CHECKING:
    from tests.conftest import NewDatabase

COLUMNS: Final = {
    "a": "integer",
    "big": "bigint",
    "small": "smallint?",
    "part": "numeric",
    "word": "text",
    "code": "varchar(9)",
    "day": "date",
    "made_at": "timestamptz",
    "flag": "boolean?",
}
BOUNDS: Final = {
    "range (big)": ("from (-5) to (20)", "from (minvalue) to (-5)", "from (20) to (maxvalue)"),
    "range (small)": ("from (1) to (2)",),
    "range (part)": ("from (1.5) to (2)",),
    "range (code)": ("from ('a') to ('b''c')",),
    "range (day)": ("from ('2026-01-01') to ('2026-02-01')",),
    "range (made_at)": ("from ('2026-01-01') to ('2026-02-01')",),
    "range (lower(word))": ("from ('a') to ('b')",),
    "range (a, word)": (
        "from (1, 'x') to (5, 'y')",
        "from (7, 'x') to (7, 'z')",
        "from (8, minvalue) to (9, maxvalue)",
    ),
    "range (a, day, big)": (
        "from (1, '2026-01-01', 3) to (1, '2026-01-01', 9)",
        "from (2, maxvalue, maxvalue) to (3, minvalue, minvalue)",
    ),
    "list (code)": ("in ('a', 'b')", "in ('c')"),
    "list (small)": ("in (null, 1, -2)",),
    "list (flag)": ("in (true)", "in (null)"),
    "list (upper(word))": ("in ('A')",),
}


@pytest.mark.parametrize("key", BOUNDS)
def test_the_server_finds_it_to_say_the_same(key: str, new_database: NewDatabase) -> None:
    """Of a table that is attached, and of what takes the rows that no other partition takes."""
    names = [f"part_{number}" for number, _ in enumerate(BOUNDS[key])]
    partitions = dict(zip(names, BOUNDS[key], strict=True))
    made = compiled({"app": {"tables": {"t": {"columns": COLUMNS, "partition_by": key, "partitions": partitions}}}})
    assert made is not None
    tables = {table.name: table for table in made.state.of(Table)}
    by = tables["t"].partition_by
    assert by is not None
    columns = ", ".join(f"{name} {said.removesuffix('?')}" for name, said in COLUMNS.items())
    said: list[str] = []
    with psycopg.connect(new_database(), autocommit=True) as connection:
        connection.add_notice_handler(lambda notice: said.append(notice.message_primary or ""))
        run(connection, f"create table t ({columns}) partition by {key}")
        run(connection, "create table rest partition of t default")
        for name in names:
            bound = tables[name].bound
            assert bound is not None
            text = condition(bound, by)
            run(connection, f"create table {name} ({columns}, check ({text}))")
            run(connection, f"alter table rest add constraint {name} check (not ({text}))")
            run(connection, "set client_min_messages = debug1")
            run(connection, f"alter table t attach partition {name} for values {bound}")
            run(connection, "reset client_min_messages")

    known = [message for message in said if "implied by existing constraints" in message]
    assert len(known) == 2 * len(names)


@pytest.mark.parametrize(
    ("key", "bound"),
    [
        ("range (day)", "from (date '2026-01-01') to ('2026-02-01')"),
        ("range (day)", "from (current_date) to (maxvalue)"),
        ("hash (a)", "with (modulus 2, remainder 0)"),
        ("list (a)", "default"),
    ],
)
def test_nothing_is_said_where_it_might_not(key: str, bound: str) -> None:
    """A value may be another one when the partition is attached, and what goes by a hash depends on the table."""
    made = compiled({"app": {"tables": {"t": {"columns": COLUMNS, "partition_by": key, "partitions": {"one": bound}}}}})
    assert made is not None
    by = next(table.partition_by for table in made.state.of(Table) if table.name == "t")
    assert by is not None
    assert condition(bound, by) is None


def run(connection: psycopg.Connection[Any], text: str) -> None:
    connection.execute(text.encode())
