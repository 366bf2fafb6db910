"""Tracing the text of a step: what is told of its statements, and that it runs as it would without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from tests.trace.forms import BASE

from fluxc.trace.cost import Lock, Mode, Work
from fluxc.trace.failure import StatementError
from fluxc.trace.step import SEGMENT, trace

if TYPE_CHECKING:
    from collections.abc import Generator

AE = Mode.ACCESS_EXCLUSIVE
MANY = [f"create table app.t{number} (id integer primary key)" for number in range(3 * SEGMENT)]


def step(*statements: str) -> str:
    """Return statements as the text of a step."""
    return "".join(f"{text};\n" for text in ("begin", "set local lock_timeout = '5s'", *statements)) + "commit;"


@pytest.fixture
def connection(database: str) -> Generator[psycopg.Connection[Any]]:
    """Give a connection to a database of one's own with a few tables and rows."""
    with psycopg.connect(database, autocommit=True) as opened:
        opened.execute(BASE.encode())
        opened.execute("reset search_path")
        yield opened


def tables(connection: psycopg.Connection[Any]) -> set[str]:
    """Return the names of the tables that are there."""
    return {name for (name,) in connection.execute("select relname from pg_class where relkind = 'r'").fetchall()}


def test_counts_statements_and_tells_where_they_are(connection: psycopg.Connection[Any]) -> None:
    """Statements count from 0 with the ones that cost nothing, which are left out."""
    text = step("create table app.x (id integer)", "-- why\nalter table app.people add column x integer")
    (cost,) = trace(connection, text)
    assert (cost.statement, text[cost.offset :][:11]) == (3, "alter table")
    assert "x" in tables(connection)


def test_tells_a_lock_by_the_first_statement_that_takes_it(connection: psycopg.Connection[Any]) -> None:
    """What is locked already is not told again, but where the lock becomes stronger."""
    text = step(
        "lock table app.people in share mode",
        "create index on app.people (loose)",
        "alter table app.people drop column loose",
        "alter table app.people drop column spent",
        "lock table app.people in share row exclusive mode",
    )
    told = [(cost.statement, lock.mode) for cost in trace(connection, text) for lock in cost.locks]
    assert told == [(2, Mode.SHARE), (4, AE)]


def test_tells_the_strongest_lock_first(connection: psycopg.Connection[Any]) -> None:
    """The lock that hurts most comes before the others."""
    (cost,) = trace(connection, step("alter table app.pets validate constraint pets_vet"))
    pets, people = Mode.SHARE_UPDATE_EXCLUSIVE, Mode.ROW_SHARE
    assert cost.locks == (Lock("table", "app.pets", pets), Lock("table", "app.people", people))
    assert (pets.words, people.words) == ("SHARE UPDATE EXCLUSIVE", "ROW SHARE")


def test_calls_relations_as_they_were_called_before(connection: psycopg.Connection[Any]) -> None:
    """A relation has one name in a step, whether it is renamed or dropped there; others are quoted where they must."""
    connection.execute('create schema "odd one"; create table "odd one"."a ""b" (id integer)')
    text = step(
        "alter table app.people rename to folk",
        "alter table app.folk alter loose set not null",
        "drop table app.folk cascade",
        'drop table "odd one"."a ""b"',
    )
    renamed, verified, _, odd = trace(connection, text)
    assert renamed.locks == (Lock("table", "app.people", AE),)
    assert verified.scans == ("app.people",)
    assert odd.locks == (Lock("table", '"odd one"."a ""b"', AE),)


def test_relations_of_the_step_itself_are_free(connection: psycopg.Connection[Any]) -> None:
    """Whatever is done to a table that the transaction made costs nothing."""
    text = step(
        "create table app.x (id integer)",
        "insert into app.x values (1)",
        "create index on app.x (id)",
        "alter table app.x alter id type bigint",
        "drop table app.x",
    )
    assert trace(connection, text) == ()


def test_counts_rows_so_that_two_sizes_can_be_compared(connection: psycopg.Connection[Any]) -> None:
    """The server's counters are those of the statement alone, whatever the connection did before."""
    text = step("update app.pets set vet = vet + 1", "delete from app.pets where id = 1")
    updated, deleted = trace(connection, text)
    assert [work for work in updated.works if work.relation == "app.pets"] == [
        Work("app.pets", scans=1, read=100, fetched=0, inserted=0, updated=100, deleted=0)
    ]
    assert [(work.updated, work.deleted) for work in deleted.works] == [(0, 1)]
    again = trace(connection, step("update app.pets set vet = vet + 1"))
    assert [(work.read, work.updated) for work in again[0].works if work.relation == "app.pets"] == [(99, 99)]


def test_runs_many_statements_at_once_where_they_cost_nothing(connection: psycopg.Connection[Any]) -> None:
    """A long step runs once, and leaves what it should."""
    assert trace(connection, step("create sequence app.once", *MANY)) == ()
    assert {"t0", f"t{len(MANY) - 1}"} <= tables(connection)


def test_finds_the_one_among_many_that_costs_something(connection: psycopg.Connection[Any]) -> None:
    """A long step is run again where part of it costs something, and told as if it were short."""
    middle = len(MANY) // 2
    text = step(*MANY[:middle], "alter table app.people add column x integer", *MANY[middle:])
    (cost,) = trace(connection, text)
    assert (cost.statement, cost.locks) == (middle + 2, (Lock("table", "app.people", AE),))
    assert {"t0", f"t{len(MANY) - 1}"} <= tables(connection)
    drops = [f"drop table app.t{number}" for number in range(len(MANY))]
    assert [cost.statement for cost in trace(connection, step(*drops))] == list(range(2, len(MANY) + 2))
    assert not {"t0", f"t{len(MANY) - 1}"} & tables(connection)


@pytest.mark.parametrize("before", [[], MANY], ids=["short", "long"])
def test_says_which_statement_the_server_refuses_and_where(
    connection: psycopg.Connection[Any], before: list[str]
) -> None:
    """An error has its number and place in the text, and nothing of the step remains."""
    text = step("create table app.x (id integer)", *before, "select 1 from app.nowhere")
    with pytest.raises(StatementError, match="nowhere") as raised:
        trace(connection, text)
    assert (raised.value.statement, raised.value.sqlstate) == (len(before) + 3, "42P01")
    assert text[raised.value.offset :].startswith("app.nowhere")
    assert not {"x", "t0"} & tables(connection)


def test_an_error_at_the_end_is_told_by_the_end(connection: psycopg.Connection[Any]) -> None:
    """What is deferred to the end of the transaction fails there."""
    connection.execute("alter table app.pets alter constraint pets_owner deferrable initially deferred")
    text = step("update app.pets set owner = -1 where id = 1")
    with pytest.raises(StatementError) as raised:
        trace(connection, text)
    assert (raised.value.statement, raised.value.sqlstate) == (3, "23503")


def test_a_failed_concurrent_build_is_an_error_too(connection: psycopg.Connection[Any]) -> None:
    """A statement outside a transaction is refused in the same way, and the connection is good for more."""
    with pytest.raises(StatementError) as raised:
        trace(connection, "create unique index concurrently broken on app.pets ((1));")
    assert (raised.value.statement, raised.value.sqlstate) == (0, "23505")
    assert trace(connection, "drop index concurrently app.broken;")[0].waits


def test_a_block_that_commits_is_watched_too(connection: psycopg.Connection[Any]) -> None:
    """Relations that it made itself are free, even after its own commit."""
    made = (
        "create table app.x (id integer); commit; alter table app.x add y integer; create index on app.people (loose)"
    )
    (cost,) = trace(connection, f"do 'begin {made}; end';")
    assert (cost.locks, cost.waits) == ((Lock("table", "app.people", Mode.SHARE),), False)
    assert (cost.scans, cost.builds) == (("app.people",), ("app.people_loose_idx on app.people",))


def test_statements_outside_a_transaction_are_committed(connection: psycopg.Connection[Any]) -> None:
    """Each statement that stands alone is traced alone, and leaves its settings and its work."""
    text = (
        "set lock_timeout = '7s';\nalter table app.people add column x integer;\nalter table app.people drop column x;"
    )
    assert [(cost.statement, cost.locks) for cost in trace(connection, text)] == [
        (number, (Lock("table", "app.people", AE),)) for number in (1, 2)
    ]
    assert connection.execute("show lock_timeout").fetchall() == [("7s",)]


def test_two_transactions_in_one_text(connection: psycopg.Connection[Any]) -> None:
    """What the first one made is there before the second one."""
    text = step("create table app.x (id integer)") + step("alter table app.x add column y integer")
    assert [(cost.statement, cost.locks[0].name) for cost in trace(connection, text)] == [(6, "app.x")]


def test_leaves_the_connection_as_it_was(connection: psycopg.Connection[Any]) -> None:
    """The level of messages is put back, and a step may choose its isolation."""
    connection.execute("set client_min_messages = error")
    text = "begin; set local lock_timeout = '1s'; set transaction isolation level serializable; select 1; commit;"
    with pytest.raises(StatementError, match="must be called before any query"):
        trace(connection, text.replace("set transaction", "select 1; set transaction"))
    assert trace(connection, text) == ()
    trace(connection, "begin; create table app.x ();")
    assert "x" not in tables(connection)
    assert connection.execute("show client_min_messages").fetchall() == [("error",)]
