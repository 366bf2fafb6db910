"""What is read and what is left out, and how the connection is treated."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import psycopg
import pytest

from fluxc.diagnostics import OutsideError
from fluxc.inspect import Key, compare, read

from .conftest import BASE, apart, run

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Connect

ODD = 'we"ird; --'


def test_an_empty_database(connect: Connect) -> None:
    """A fresh database holds its one namespace and nothing of the server's."""
    assert set(read(connect()).objects) == {Key("namespace", "public")}


def test_the_ledger_is_left_out(connect: Connect) -> None:
    """The namespace in which the runner keeps its ledger is no part of the catalogue."""
    ledger = "create schema fluxc; create table fluxc.migrations (id serial primary key, step int check (step > 0));"
    assert (
        apart(connect, "", ledger + "create index on fluxc.migrations (step); create type fluxc.e as enum ('a')") == []
    )


def test_ignored_namespaces_are_left_out(connect: Connect) -> None:
    """A namespace that is to be ignored is left out with all that is in it, and no other is."""
    connection = connect(BASE + """create schema "we""ird; --"; create table "we""ird; --".t (id serial)""")
    names = {key.name for key in read(connection, ignore=[ODD]).objects}
    assert "app.people" in names
    assert not [name for name in names if "ird" in name]


def test_temporary_tables_are_left_out(connect: Connect) -> None:
    """What belongs to the session alone is no part of the catalogue."""
    connection = connect()
    before = read(connection)
    run(connection, "create temporary table t (id serial primary key)")
    assert read(connection) == before


def test_what_an_extension_owns_is_left_out(connect: Connect) -> None:
    """Objects that came with an extension are left out, itself and those beside them in its namespace are not."""
    connection = connect("create schema app")
    before = read(connection)
    run(
        connection,
        "create table app.t (id serial primary key, x int); create index on app.t (x); create type app.e as enum ('a');"
        "create schema own; create extension citext schema app; alter extension citext add table app.t;"
        "alter extension citext add sequence app.t_id_seq; alter extension citext add type app.e;"
        "alter extension citext add schema own",
    )
    extension = Key("extension", "citext")
    with_extension = read(connection)
    assert set(with_extension.objects) - set(before.objects) == {extension}
    assert with_extension.objects[extension]["namespace"] == "app"
    run(connection, "create table own.t (name app.citext)")
    added = set(read(connection).objects) - set(before.objects)
    assert added == {extension, Key("table", "own.t"), Key("column", "own.t.name")}
    assert read(connection).objects[Key("column", "own.t.name")]["type"] == "app.citext"


def test_hostile_names(connect: Connect) -> None:
    """Names with quotes, semicolons, comments, dots and percent signs are read, told apart and reported as they are."""
    made = """
    create schema "we""ird; --"; create schema "a.b"; create schema a;
    create type "we""ird; --"."E'%s" as enum ('it''s', '%(x)s', '--');
    create table "we""ird; --"."t {0}" ("x %" serial primary key, "y""z" varchar(3) check ("y""z" in ('a', 'b')));
    create index "i;" on "we""ird; --"."t {0}" (lower("y""z")) where "x %" > 0;
    create table "a.b".c (d int); create table a."b.c" (d int)
    """
    connection = connect(made)
    found = read(connection)
    assert found.objects[Key("enum", '''"we""ird; --"."E'%s"''')] == {"values": "'it''s', '%(x)s', '--'"}
    assert found.objects[Key("index", '"we""ird; --"."i;"')]["definition"] == (
        """USING btree (lower(("y""z")::text)) WHERE ("x %" > 0)"""
    )
    assert {Key("table", '"a.b".c'), Key("table", 'a."b.c"')} <= set(found.objects)
    assert found.column_order['"we""ird; --"."t {0}"'] == ("x %", 'y"z')
    assert apart(connect, made, made) == []


def test_partitions_are_told_by_their_parents(connect: Connect) -> None:
    """An index or constraint that a partition has from its parent bears the parent's name."""
    found = read(
        connect(
            "create table t (id int primary key, x int) partition by range (id); create index on t (x);"
            "create table p partition of t for values from (1) to (2)"
        )
    )
    assert {key for key in found.objects if key.kind.startswith("inherited")} == {
        Key("inherited constraint", "public.p.t_pkey"),
        Key("inherited index", "public.p.t_x_idx"),
    }


def test_a_foreign_key_to_a_partitioned_table_is_one(connect: Connect) -> None:
    """The rows that the server keeps for each partition that a foreign key refers to are not constraints."""
    found = read(
        connect(
            "create table t (id int primary key) partition by range (id); create table r (id int references t);"
            "create table p partition of t for values from (1) to (2);"
            "create table q partition of t for values from (2) to (3)"
        )
    )
    assert [key.name for key in found.objects if "fkey" in key.name] == ["public.r.r_id_fkey"]


def test_one_query_a_kind(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of queries does not grow with the number of tables."""
    connection = connect(BASE)
    queries: list[object] = []
    execute = cast("Callable[..., object]", psycopg.Cursor.execute)

    def counted(cursor: psycopg.Cursor[object], query: object, *arguments: object, **options: object) -> object:
        queries.append(query)
        return execute(cursor, query, *arguments, **options)

    monkeypatch.setattr(psycopg.Cursor, "execute", counted)
    read(connection)
    few = len(queries)
    run(connection, "create table app.a (id serial primary key); create table app.b (id serial primary key)")
    queries.clear()
    read(connection)
    assert len(queries) == few


@pytest.mark.parametrize("autocommit", [True, False])
def test_the_session_is_left_as_it_was(new_database: Callable[[], str], *, autocommit: bool) -> None:
    """After a reading the connection is idle, with the settings it had and no prepared statement."""
    with psycopg.connect(new_database(), autocommit=autocommit) as connection:
        connection.execute("set search_path = elsewhere")
        connection.execute("set jit = on")
        connection.commit()
        for _ in range(8):
            read(connection)
        assert connection.info.transaction_status is psycopg.pq.TransactionStatus.IDLE
        assert connection.autocommit is autocommit
        assert connection.execute("show search_path").fetchone() == ("elsewhere",)
        assert connection.execute("show jit").fetchone() == ("on",)
        assert connection.execute("show transaction_isolation").fetchone() == ("read committed",)
        assert connection.execute("select count(*) from pg_prepared_statements").fetchone() == (0,)
        connection.execute("create table public.t (x int)")


def test_what_is_read_again_is_not_planned_again(connect: Connect) -> None:
    """The server keeps the queries for a part of the catalogue, and still finds what changed."""
    connection, part = connect(BASE), {("app", "people")}
    one = read(connection, only=part, again=True)
    prepared = "select count(*), count(distinct statement) from pg_prepared_statements"
    (before,) = connection.execute(prepared).fetchall()
    with psycopg.connect(connection.info.dsn, autocommit=True) as other:
        other.execute("alter table app.people add column more integer")
    two = read(connection, only=part, again=True)
    (after,) = connection.execute(prepared).fetchall()
    assert before == after > (5, 5)
    assert two == read(connection, only=part)
    assert {key.name for key in two.objects.keys() - one.objects.keys()} == {"app.people.more"}


def test_a_connection_that_is_busy(connect: Connect) -> None:
    """A reading inside another transaction is refused, and that transaction goes on."""
    connection = connect()
    with connection.transaction():
        with pytest.raises(ValueError, match="must be idle"):
            read(connection)
        run(connection, "select 1")


def test_a_server_that_is_gone(new_database: Callable[[], str]) -> None:
    """A failure of the server is told without its URL, and the code says what it was."""
    url = new_database()
    with psycopg.connect(url, autocommit=True) as connection, psycopg.connect(url, autocommit=True) as other:
        run(connection, "create table t (x varchar(3) constraint c check (x in ('a')))")
        one = read(connection)
        run(connection, "alter table t drop constraint c, add constraint c check (x in ('b'))")
        another = read(connection)
        run(other, f"select pg_terminate_backend({connection.info.backend_pid})")
        with pytest.raises(OutsideError) as caught:
            read(connection)
        assert caught.value.diagnostic.code == "catalogue-unreadable"
        assert url not in caught.value.diagnostic.message
        with pytest.raises(OutsideError):
            compare(connection, one, another)


def test_a_role_that_may_not_read(connect: Connect) -> None:
    """A missing right is told with what to do about it, and nothing is left of the attempt."""
    connection = connect(BASE)
    run(connection, "revoke select on pg_catalog.pg_proc from public; set role app_reader")
    with pytest.raises(OutsideError) as caught:
        read(connection)
    assert "permission denied for table pg_proc" in caught.value.diagnostic.message
    assert "granted" in (caught.value.diagnostic.help or "")
    assert connection.info.transaction_status is psycopg.pq.TransactionStatus.IDLE
