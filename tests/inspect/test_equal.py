"""Databases that came to the same end by different ways are equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxc.inspect import compare, differences, read

from .conftest import apart, run

if TYPE_CHECKING:
    from .conftest import Connect

WAYS = {
    "another order of creation": (
        (
            "create type mood as enum ('a', 'b'); create table t (x int, y mood); create table u (z int primary key);"
            "create index on t (x); create index on t (y); alter table t add constraint f foreign key (x) references u"
        ),
        (
            "create table u (z int); alter table u add primary key (z); create type mood as enum ('a', 'b');"
            "create table t (y mood, x int); create index t_y_idx on t (y); alter table t add constraint f"
            " foreign key (x) references u; create index t_x_idx on t (x)"
        ),
    ),
    "renames": (
        "create schema app; create table app.new (id int unique, b text); create index new_b_idx on app.new (b)",
        (
            "create schema old; create table old.old (id int, a text, constraint p unique (id));"
            "create index i on old.old (a); alter schema old rename to app; alter table app.old rename to new;"
            "alter table app.new rename a to b; alter index app.i rename to new_b_idx;"
            "alter table app.new rename constraint p to new_id_key"
        ),
    ),
    "columns dropped on the way": (
        "create table t (a int, b text default 'x')",
        "create table t (gone int, a int, gone2 int, b text default 'x'); alter table t drop gone, drop gone2",
    ),
    "serial and its parts by hand": (
        "create table t (id serial)",
        (
            "create sequence t_id_seq as integer; create table t (id integer not null default nextval('t_id_seq'));"
            "alter sequence t_id_seq owned by t.id"
        ),
    ),
    "an identity added later": (
        "create table t (id int generated always as identity (start 5))",
        "create table t (id int not null); alter table t alter id add generated always as identity (start 5)",
    ),
    "a constraint made from an index": (
        "create table t (id int, constraint k unique (id) include (id))",
        "create table t (id int); create unique index k on t (id) include (id); alter table t add unique using index k",
    ),
    "a constraint validated later": (
        "create table t (id int constraint c check (id > 0))",
        (
            "create table t (id int); alter table t add constraint c check (id > 0) not valid;"
            "alter table t validate constraint c"
        ),
    ),
    "storage parameters in another order": (
        "create table t (x int) with (fillfactor = 50, autovacuum_enabled = false)",
        "create table t (x int) with (autovacuum_enabled = false, fillfactor = 50)",
    ),
    "storage parameters of an index in another order": (
        "create table t (x text); create index i on t (x) with (fillfactor = 50, deduplicate_items = off)",
        ("create table t (x text);create index i on t (x) with (deduplicate_items = off, fillfactor = 50)"),
    ),
    "the type's own storage and statistics said explicitly": (
        "create table t (x text)",
        "create table t (x text); alter table t alter x set storage extended, alter x set statistics -1",
    ),
    "enum values added one by one": (
        "create type e as enum ('a', 'b', 'c')",
        "create type e as enum ('b'); alter type e add value 'c'; alter type e add value 'a' before 'b'",
    ),
    "type aliases": (
        "create table t (a int8, b bool, c decimal(3), d timestamptz)",
        "create table t (a bigint, b boolean, c numeric(3, 0), d timestamp with time zone)",
    ),
    "partitions created or attached, with other names": (
        (
            "create table t (id int primary key, x int references t) partition by range (id); create index on t (x);"
            "create table p partition of t for values from (1) to (2)"
        ),
        (
            "create table t (id int primary key, x int) partition by range (id); create index t_x_idx on t (x);"
            "create table p (x int, id int constraint t_id_not_null not null, constraint odd primary key (id));"
            "create index other on p (x);"
            "alter table t attach partition p for values from (1) to (2);"
            "alter table t add foreign key (x) references t"
        ),
    ),
    "sub-partitions, with other names": (
        (
            "create table t (id int) partition by range (id); create index on t (id);"
            "create table p partition of t for values from (1) to (5) partition by range (id);"
            "create table q partition of p for values from (1) to (2)"
        ),
        (
            "create table q (id int); create index third on q (id); create table p (id int) partition by range (id);"
            "create index second on p (id); create table t (id int) partition by range (id);"
            "create index t_id_idx on t (id);"
            "alter table p attach partition q for values from (1) to (2);"
            "alter table t attach partition p for values from (1) to (5)"
        ),
    ),
}


@pytest.mark.parametrize(("one", "other"), WAYS.values(), ids=WAYS.keys())
def test_ways_to_one_end(connect: Connect, one: str, other: str) -> None:
    """What differs only in how it was made is equal."""
    assert apart(connect, one, other) == []


@pytest.mark.usefixtures("since_18")
def test_names_of_not_null_constraints(connect: Connect) -> None:
    """PostgreSQL 18 keeps the name of a not-null constraint, which counts where it is not the usual one."""
    odd, usual = "create table t (x int constraint odd not null)", "create table t (x int not null)"
    assert apart(connect, odd, usual) == ["column public.t.x: not-null constraint is none, expected odd"]


def test_column_order_is_apart(connect: Connect) -> None:
    """The order of columns is no difference, but can be asked for."""
    one, other = read(connect("create table t (a int, b int)")), read(connect("create table t (b int, a int)"))
    assert one == other
    assert differences(one, other) == ()
    assert (one.column_order["public.t"], other.column_order["public.t"]) == (("a", "b"), ("b", "a"))


def test_a_reading_equals_itself(connect: Connect) -> None:
    """Two readings of one database are equal, and comparing them asks the server nothing."""
    connection = connect("create table t (a varchar(3) check (a in ('x', 'y')))")
    one, other = read(connection), read(connection)
    connection.close()
    assert one == other
    assert compare(connection, one, other) == ()


def test_session_settings_do_not_show(connect: Connect) -> None:
    """How the session wants names and constants written, and where it looks for names, changes nothing."""
    connection = connect(
        "create schema app; create type app.e as enum ('x');"
        "create table app.t (at timestamptz default '2020-01-02 03:04:05+00', span interval default '1 day 2:03:04',"
        " cash money default 5, bytes bytea default '\\\\x0102', e app.e default 'x',"
        " f float8 default '0.30000000000000004'::float8)"
    )
    expected = read(connection)
    run(
        connection,
        "set search_path = app; set quote_all_identifiers = on; set TimeZone = 'Asia/Tokyo';"
        "set DateStyle = 'SQL, DMY';"
        "set IntervalStyle = 'iso_8601'; set bytea_output = 'escape'; set extra_float_digits = 0",
    )
    assert read(connection) == expected
