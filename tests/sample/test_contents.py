"""Rows of tables as text, to be compared whatever their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.sample import contents

if TYPE_CHECKING:
    from tests.sample.conftest import Connect

SCHEMA = """
create table t (a integer, "b c" text, at timestamptz, f float8, by bytea, kind regclass, iv interval);
create table child () inherits (t);
create table p (a integer) partition by list (a);
create table p_1 partition of p for values in (1);
create table bare ();
"""


def test_rows_are_a_multiset_of_texts(connect: Connect) -> None:
    """By column, null as None, times in UTC, names in full, whatever the session is set to."""
    connection = connect(SCHEMA)
    connection.execute(
        "set timezone = 'Asia/Tokyo'; set datestyle = 'SQL, DMY'; set extra_float_digits = -5;"
        "set bytea_output = 'escape'; set intervalstyle = 'iso_8601'"
    )
    connection.execute(
        "insert into t values (1, 'x', '2001-02-03 04:05+09', 0.1::float8 + 0.2, '\\x00', 't', '1 day');"
        "insert into t (a) values (2), (2);"
        "insert into child values (3); insert into p values (1); insert into bare default values"
    )
    found = contents(connection, [("public", name) for name in ("t", "child", "p", "p_1", "bare", "missing")])

    assert {name[1]: dict(there.rows) for name, there in found.items()} == {
        "t": {
            ("1", "x", "2001-02-02 19:05:00+00", "0.30000000000000004", "\\x00", "public.t", "1 day"): 1,
            ("2", *[None] * 6): 2,
        },
        "child": {("3", *[None] * 6): 1},
        "p": {("1",): 1},
        "p_1": {("1",): 1},
        "bare": {(): 1},
    }
    assert found["public", "t"].columns == ("a", "b c", "at", "f", "by", "kind", "iv")
    assert found["public", "t"].by(["b c", "a"]).rows == {("x", "1"): 1, (None, "2"): 2}


def test_a_difference_is_seen(connect: Connect) -> None:
    """One value that changed, or one row fewer, makes contents differ; the order of rows does not."""
    connection = connect("create table t (a integer); insert into t values (1), (2), (2)")
    before = contents(connection, [("public", "t")])
    connection.execute("truncate t; insert into t values (2), (1), (2)")
    assert contents(connection, [("public", "t")]) == before
    connection.execute("delete from t where ctid = (select min(ctid) from t where a = 2)")
    assert contents(connection, [("public", "t")]) != before
