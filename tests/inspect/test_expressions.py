"""Expressions that the server words differently after reading its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from fluxc.diagnostics import OutsideError
from fluxc.inspect import Catalogue, Key, compare, differences, read
from fluxc.inspect.catalogue import Fact

from .conftest import altered, apart, run, words

if TYPE_CHECKING:
    from .conftest import Connect, Connection

AS_WRITTEN = "x in ('a', 'b')"

# The table as a person writes it, with the expression in each place where the server keeps one.
PLACES = {
    "check": "alter table app.t add constraint c check ({})",
    "check not valid": "alter table app.t add constraint c check ({}) not valid",
    "default": "alter table app.t alter b set default ('a'::varchar in ('a', 'b'))",
    "generated": "alter table app.t add g boolean generated always as ({}) stored",
    "index": "create index i on app.t (y) where {}",
    "unique index over an expression": "create unique index i on app.t (({}), y)",
    "exclusion": "alter table app.t add constraint e exclude using btree (y with =) where ({})",
    "index of a materialized view": "create index i on app.v (y) where {}",
    "policy": "create policy p on app.t using ({})",
    "policy for new rows": "create policy p on app.t for insert with check ({})",
    "view": "create view app.w as select y from app.t where {}",
    "materialized view": "create materialized view app.w as select y from app.t where {}",
}
TABLE = """
create schema app;
create type app.mood as enum ('calm');
create table app.t (x varchar(5), y int, b boolean, "select" app.mood);
create materialized view app.v as select x, y from app.t;
"""
HOSTILE = TABLE.replace("app", '"we""ird; --"')


def _served(connection: Connection, query: str) -> str:
    row = connection.execute(cast("Any", query)).fetchone()
    assert row
    return str(row[0])


def _second_hand(connection: Connection) -> str:
    """Return the expression in the server's words."""
    run(connection, "create temporary table words (x varchar(5) constraint words check (x in ('a', 'b')))")
    return _served(connection, "select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'words'")


def test_conditions_of_triggers_are_read_back(connect: Connect) -> None:
    """The condition of a trigger as written equals that in the server's words, and is told from another one."""
    trigger = "create trigger t after update on app.t for each row when ({}) execute function {}()"
    written = trigger.format("new.x in ('a', 'b')", "suppress_redundant_updates_trigger")
    other = written.replace("'b'", "'c'")
    there = connect(TABLE + written)
    server = _served(there, "select pg_get_triggerdef(oid) from pg_trigger where tgname = 't'")

    assert apart(connect, TABLE + written, TABLE + server) == []
    assert len(apart(connect, TABLE + written, TABLE + other)) == 1


@pytest.mark.parametrize("table", [TABLE, HOSTILE], ids=["plain", "hostile"])
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_written_and_read_back(connect: Connect, place: str, table: str) -> None:
    """An expression as written equals the same expression in the server's words, wherever it stands."""
    place = place if table is TABLE else place.replace("app", '"we""ird; --"')
    as_written, again = connect(table + place.format(AS_WRITTEN)), connect(table)
    second_hand = _second_hand(as_written)
    if "default" in place:
        second_hand = _served(as_written, "select pg_get_expr(adbin, adrelid) from pg_attrdef")
        run(again, f"{place.split('(')[0]} ({second_hand})")
    else:
        run(again, place.format(second_hand))
    expected, found = read(as_written), read(again)
    assert len(differences(expected, found)) == 1, "the texts differ, or this test would show nothing"
    assert compare(again, expected, found) == ()
    assert compare(as_written, found, expected) == ()


def test_another_meaning(connect: Connect) -> None:
    """Expressions that differ in meaning stay different, each in the words in which it was read."""
    checked = "create table t (x varchar(5) constraint c check (x in ({})))"
    assert apart(connect, checked.format("'a', 'b'"), checked.format("'a', 'c'")) == [
        (
            "constraint public.t.c: definition is CHECK (((x)::text = ANY "
            "((ARRAY['a'::character varying, 'c'::character varying])::text[]))), expected CHECK (((x)::text = ANY "
            "((ARRAY['a'::character varying, 'b'::character varying])::text[])))"
        )
    ]


def test_whole_rows_and_own_types(connect: Connect) -> None:
    """A reference to the whole row and a type outside the search path are read back in the right table."""
    made = "; ".join(
        [
            TABLE,
            "alter table app.t add constraint c check (t.* is not null and x in ('a', 'b') and \"select\" = 'calm')",
        ]
    )
    one = connect(made)
    run(one, "set search_path = ''")
    text = _served(one, "select pg_get_constraintdef(oid) from pg_constraint where conname = 'c'")
    other = connect(TABLE + f"alter table app.t add constraint c {text}")
    assert differences(read(one), read(other))
    assert compare(other, read(one), read(other)) == ()


def test_what_cannot_be_read_is_compared_as_text(connect: Connect) -> None:
    """An expression over a column that is gone stays a difference, and the connection stays usable."""
    connection = connect("create table t (x int, y int constraint c check (y > 0))")
    assert altered(
        connection,
        "alter table t drop constraint c, drop y, add constraint c check (x > 0)",
    ) == [
        "column public.t.y is missing",
        "constraint public.t.c: definition is CHECK ((x > 0)), expected CHECK ((y > 0))",
    ]


def test_a_hostile_text_runs_nothing(connect: Connect) -> None:
    """A catalogue that holds more than an expression where one should be runs no second statement."""
    connection = connect("create table t (x int constraint c check (x > 0))")
    found = read(connection)
    attributes = {**found.objects[Key("constraint", "public.t.c")]}
    attributes["definition"] = "check (true)); commit; drop table public.t; create table public.u (x int"
    fact = Fact("constraint", ("public", "t", "c"), attributes, ("public", "t"))
    forged = Catalogue({**found.objects, fact.key: attributes}, found.tables, found.column_order)
    assert len(compare(connection, forged, found)) == 1
    assert read(connection) == found


def test_a_server_that_goes_away_meanwhile(connect: Connect) -> None:
    """A connection lost while expressions are read is told as such, not as expressions that differ."""
    connection = connect(
        """
        create table t (x int);
        create function fatal(int) returns boolean immutable language plpgsql as $$
        begin
          perform pg_terminate_backend(pg_backend_pid()) where current_setting('test.armed', true) = 'yes';
          return true;
        end $$;
        create index i on t (x) where fatal(1)
        """
    )
    expected = read(connection)
    run(connection, "drop index i; create index i on t (x) where fatal(2)")
    found = read(connection)
    run(connection, "set test.armed = 'yes'")
    with pytest.raises(OutsideError):
        compare(connection, expected, found)


def test_nothing_is_left_behind(connect: Connect) -> None:
    """Comparing leaves no table, no setting and no transaction."""
    connection = connect(TABLE + "alter table app.t add constraint c check (x in ('a', 'b'))")
    found = read(connection)
    run(
        connection,
        "alter table app.t drop constraint c, add constraint c check (x in ('b', 'a')); set search_path = app",
    )
    assert len(words(compare(connection, found, read(connection)))) == 1
    assert _served(connection, "select count(*) from pg_class where relpersistence = 't'") == "0"
    assert _served(connection, "show search_path") == "app"
    assert _served(connection, "select count(*) from pg_prepared_statements") == "0"
    assert connection.info.transaction_status.name == "IDLE"
