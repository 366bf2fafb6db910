"""How the work of a statement grows, by two runs of it on tables of different size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from fluxc.trace.measured import Measured, Run, joined
from fluxc.trace.step import trace

if TYPE_CHECKING:
    import psycopg

BASE = """
create schema {name};
set search_path = {name};
create table people (id integer primary key, n integer not null, boss integer);
create table pets (id integer primary key, owner integer references people on delete cascade, n integer);
create table log (id integer);
create table static (id integer primary key);
create index on pets (owner);
insert into people select g, g, 1 from generate_series(1, {rows}) as g;
insert into pets select g, g, g from generate_series(1, {rows}) as g;
insert into static values (1);
analyze;
"""
BY_INDEX = "set local enable_seqscan = off"
MORE = {"grown.people": 396, "grown.pets": 396, "grown.log": 0, "grown.static": 0}


def measured(connection: psycopg.Connection[Any], *statements: str) -> list[Measured]:
    """Run statements over four rows and over 400, and return what they cost."""
    text = "; ".join(statements)
    return list(joined(once(connection, 4, text), once(connection, 400, text, BY_INDEX), MORE))


def once(connection: psycopg.Connection[Any], rows: int, text: str, setting: str = "set local jit = off") -> list[Run]:
    """Run statements on tables of this size that are gone afterwards."""
    connection.execute(BASE.format(name="grown", rows=rows).encode())
    try:
        return [Run(1, text, cost) for cost in trace(connection, f"begin; {setting}; {text}; rollback;")]
    finally:
        connection.execute("reset search_path; drop schema grown cascade")


@pytest.mark.parametrize(
    ("statement", "grows", "same"),
    [
        ("alter table people add column x integer", "", "people"),
        ("alter table people alter n type bigint", "people", ""),
        ("create index on people (n)", "people", ""),
        ("alter table people add check (n > 0)", "people", ""),
        ("alter table people add check (n > 0) not valid", "", "people"),
        ("update people set n = n + 1", "people", ""),
        ("update people set n = 5 where id = 3", "", "people"),
        ("do 'begin update people set n = n + 1; end'", "people", ""),
        ("select 1 from people limit 1", "", "people"),
        ("insert into log select id from people", "people", ""),
        ("insert into log select g from generate_series(1, 5) as g", "", ""),
        ("truncate pets", "", "pets"),
        ("drop table pets", "", "people pets"),
        ("alter table pets add foreign key (n) references people", "people pets", ""),
        ("delete from people where id > 0", "people pets", ""),
        ("alter table static add column x integer", "", ""),
    ],
)
def test_work_grows_with_the_rows_that_it_looks_at(
    shared: psycopg.Connection[Any], statement: str, grows: str, same: str
) -> None:
    """Each relation is named where more rows make more work, and where they make none."""
    found = measured(shared, statement)
    assert [(name(item.grows), name(item.same)) for item in found] == [(grows, same)]


def name(names: tuple[str, ...]) -> str:
    return " ".join(names).replace("grown.", "")


def test_what_is_written_is_told(shared: psycopg.Connection[Any]) -> None:
    """Insertions, updates and deletions by table, those by cascades among them; a rewrite is none."""
    statements = (
        "insert into log select id from people",
        "update people set n = n + 1",
        "delete from people where id = 2",
        "alter table people alter n type bigint",
    )
    found = measured(shared, *statements)
    assert [(name(item.inserts), name(item.updates), name(item.deletes)) for item in found] == [
        ("log", "", ""),
        ("", "people", ""),
        ("", "", "people pets"),
        ("", "", ""),
    ]


def test_nothing_is_told_of_growth_where_there_was_one_run(shared: psycopg.Connection[Any]) -> None:
    """It is not guessed."""
    (found,) = joined(once(shared, 4, "update people set n = n + 1"), None, {})
    assert (found.updates, found.grows, found.same) == (("grown.people",), (), ())


def test_a_statement_that_works_at_one_size_alone_is_told(shared: psycopg.Connection[Any]) -> None:
    """Whatever it does with more rows is part of what it costs."""
    few: list[Run] = []
    (found,) = joined(few, once(shared, 4, "delete from people where n = 3"), {"grown.people": 4})
    assert (found.deletes, found.grows) == (("grown.people", "grown.pets"), ("grown.people", "grown.pets"))
