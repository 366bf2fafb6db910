"""Every table gets rows in which every constraint holds, or it is said why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from fluxc.sample import contents, fill
from fluxc.sample.scalars import MOMENTS, SCALARS

if TYPE_CHECKING:
    from tests.sample.conftest import Connect

    Connection = psycopg.Connection[Any]


@pytest.fixture
def dense(connect: Connect) -> Connection:
    """Give a database with every kind of column and constraint."""
    if connect("").info.server_version < 150000:
        pytest.skip("NULLS NOT DISTINCT is younger than the server")
    return connect("dense.sql")


def rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query.encode()).fetchall()


def test_every_table_gets_its_rows(dense: Connection) -> None:
    """Whatever its columns and constraints are; a partitioned table has those of its partitions."""
    filled = fill(dense)

    assert filled.unmade == {}
    assert {table[1]: count for table, count in filled.made.items() if count != 3} == {
        "one_row": 1,
        "two_rows": 2,
        "by_list": 6,
        "by_range": 12,
        "by_range_2": 9,
    }
    assert len(filled.made) == len(rows(dense, "select from pg_tables where schemaname ~ 'app|odd'"))


def test_rows_differ_in_kind(dense: Connection) -> None:
    """One row is without null, one has null wherever it may, and one has long text of all the world."""
    fill(dense)
    (kinds,) = contents(dense, [("app", "kinds")]).values()
    full, bare, rich = sorted(kinds.rows, key=lambda row: int(row[0] or 0))

    assert None not in full
    assert [name for name, value in zip(kinds.columns, bare, strict=True) if value is not None] == ["id", "em"]
    assert "漢字" in (rich[kinds.columns.index("te")] or "")
    assert len(rich[kinds.columns.index("te")] or "") == 120
    assert rich[kinds.columns.index("nd")] == "999.97"
    moods = rows(dense, "select distinct en from app.kinds where en is not null")
    assert len(moods) == 2


def test_the_fourth_row_repeats_the_first(connect: Connect) -> None:
    """As far as no key forbids it, so that a key that is added later is found not to hold."""
    connection = connect("create table t (id integer primary key, name text, code text unique, at date not null)")
    fill(connection, rows=4)

    assert rows(connection, "select count(*), count(distinct name), count(distinct at) from t") == [(4, 2, 3)]


def test_rows_refer_to_each_other(dense: Connection) -> None:
    """Foreign keys that may be null are not all null, those in circles among them."""
    fill(dense)

    assert rows(dense, "select count(*) from app.users where boss is not null") == [(1,)]
    assert rows(dense, "select count(*) from app.egg join app.hen on hen.id = egg.hen") == [(1,)]
    assert rows(dense, "select count(*) from app.own where root = id") == [(3,)]
    assert rows(dense, 'select count(*) from app."left" join app."right" on "right".id = "left"."right"') == [(3,)]
    assert rows(dense, 'select count(*) from app.profiles where tenant is null and "user" is null') == [(1,)]
    assert rows(dense, "select count(*) from app.pairs where one <> other") == [(3,)]


def test_sequences_go_on_where_they_were(dense: Connection) -> None:
    """What the server numbers is left to it, so that later rows get numbers that are free."""
    fill(dense)
    dense.execute("insert into app.only_id default values")

    assert rows(dense, "select count(*), max(id) from app.only_id") == [(4, 4)]


def test_the_same_database_gets_the_same_rows(connect: Connect) -> None:
    """Neither the clock nor chance has a part in it, nor what a session is set to."""
    text = "impossible.sql"
    one, other = connect(text), connect(text)
    other.execute("set timezone = 'Asia/Tokyo'")
    other.execute("set datestyle = 'SQL, DMY'")
    there = fill(one)

    assert fill(other) == there
    assert contents(one, there.made) == contents(other, there.made)
    assert rows(other, "show timezone") == [("Asia/Tokyo",)]


def test_a_number_gives_other_rows(connect: Connect) -> None:
    """So a table that has rows can be given more."""
    connection = connect("create table t (id integer primary key, name text unique)")
    fill(connection)

    assert fill(connection).made == {("public", "t"): 3}
    assert fill(connection, rows=5, number=100).made == {("public", "t"): 5}
    assert rows(connection, "select count(*) from t") == [(11,)]


def test_what_cannot_be_is_reported(connect: Connect) -> None:
    """In the server's words where it has some; what refers to such a table is reported with it."""
    connection = connect("impossible.sql")
    filled = fill(connection)

    assert {table[1]: reason for table, reason in filled.unmade.items()} == {
        "locked": 'new row for relation "locked" violates check constraint "it\'s off"',
        "barred": "nobody writes here",
        "of_barred": "it refers to public.barred, which has no row for it",
        "swallowed": "the server takes its rows, and none of them stays",
        "yin": "it refers to public.yang, which has no row for it",
        "yang": "it refers to public.yin, which has no row for it",
        "of_yang": "it refers to public.yang, which has no row for it",
        "empty": "it has no partition",
        "far": "its rows are on another server",
        "unlabelled": "no value is known for its column a of the type public.nothing",
    }
    assert {table[1]: count for table, count in filled.made.items()} == {"may_be_barred": 3, "emptied": 3}
    assert rows(connection, "select count(*) from may_be_barred where barred is null") == [(3,)]


def test_values_that_only_some_numbers_give(connect: Connect) -> None:
    """Are found for each column by itself, and come together in rows, beside null where it may be."""
    connection = connect(
        "create table t (monday date check (extract(isodow from monday) = 1), three integer[] not null,"
        "  check (array_length(three, 1) = 3 and 4 = any (three)), year timestamptz not null,"
        "  check (extract(year from year) = 2024))"
    )

    assert fill(connection).made == {("public", "t"): 3}
    assert rows(connection, "select count(monday) from t") == [(2,)]


def test_functions_that_checks_call_are_read(connect: Connect) -> None:
    """For the constants in their bodies."""
    connection = connect(
        "create function known(code text) returns boolean language sql as $$select code in ('x-1', 'y-2')$$;"
        "create table t (code text not null check (known(code)), id integer generated always as identity)"
    )

    assert fill(connection).made == {("public", "t"): 3}
    assert rows(connection, "select distinct code from t order by 1") == [("x-1",), ("y-2",)]


def test_only_the_tables_given(connect: Connect) -> None:
    """Are filled, partitions with the whole; an extension's and fluxc's own are only filled if they are."""
    connection = connect(
        "create schema fluxc; create table fluxc.migrations (id integer); create table t (id integer);"
        "create table p (id integer) partition by list (id); create table p_1 partition of p for values in (1)"
    )

    assert fill(connection, tables=[("public", "p")]).made == {("public", "p"): 3, ("public", "p_1"): 3}
    assert set(fill(connection).made) == {("public", "p"), ("public", "p_1"), ("public", "t")}


def test_nothing_is_left_of_a_failure(connect: Connect) -> None:
    """A statement that is cancelled ends the whole, and no table has rows."""
    connection = connect(
        "create table a (id integer); create table b (id integer);"
        "create function wait() returns trigger language plpgsql as 'begin perform pg_sleep(60); return new; end';"
        "create trigger wait before insert on b for each row execute function wait();"
    )
    connection.execute("set statement_timeout = '200ms'")

    with pytest.raises(psycopg.errors.QueryCanceled):
        fill(connection)
    assert rows(connection, "select count(*) from a") == [(0,)]


def test_it_works_within_a_transaction(connect: Connect) -> None:
    """Which can be taken back."""
    connection = connect("create table a (id integer primary key)")
    with connection.transaction(force_rollback=True):
        assert fill(connection).made == {("public", "a"): 3}
    assert rows(connection, "select count(*) from a") == [(0,)]


@pytest.mark.parametrize("count", [1, 20, 400])
def test_many_rows(connect: Connect, count: int) -> None:
    """Keys of columns with few values each run through their combinations."""
    connection = connect(
        "create type kind as enum ('a', 'b', 'c'); create table u (id serial primary key, name text unique);"
        "create table g (id uuid primary key, code varchar(3) unique);"
        "create table m (u integer not null references u, g uuid not null references g, k kind, l boolean,"
        "  n smallint check (n in (4, 5)), primary key (u, g, k, l, n))"
    )
    assert set(fill(connection, rows=count).made.values()) == {count}

    few = "create table f (a boolean, b boolean, c integer check (c in (1, 2, 3)), primary key (a, b, c))"
    assert fill(connect(few), rows=12).made == {("public", "f"): 12}


def test_each_type_of_the_catalogue_by_itself(connect: Connect) -> None:
    """All formulas are taken by the server: none of them is refused, where only that one fits."""
    names = {*SCALARS, *MOMENTS, "int2", "numeric", "bool", "bit", "varbit", "text", "varchar", "bpchar", "name"} - {
        "xml"
    }
    connection = connect("")
    query = "select typname::text from pg_type where typnamespace = 'pg_catalog'::regnamespace"
    here = sorted(names & {name for (name,) in rows(connection, query)})
    for name in here:
        connection.execute(f'create table "of {name}" (a pg_catalog."{name}" not null)'.encode())

    assert fill(connection, rows=5) == ({("public", f"of {name}"): 5 for name in here}, {})
    assert len(here) > 50
