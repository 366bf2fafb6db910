"""What is read of a database: rows, sizes, writes, by any name that a relation may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from fluxc.sheet.renames import earlier_names, renames
from fluxc.sheet.target import Writes, busier, read_held

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.sheet.target import Held, Name

MADE = """
create schema app;
create table app."a ""b" (id integer primary key, note text);
insert into app."a ""b" select g, repeat('x', 100) from generate_series(1, 5000) as g;
create index named on app."a ""b" (note);
analyze app."a ""b";
insert into app."a ""b" select g, repeat('x', 100) from generate_series(5001, 10000) as g;
create table app.unknown (id integer);
insert into app.unknown select generate_series(1, 1000);
create table app.events (id integer) partition by range (id);
create table app.events_1 partition of app.events for values from (0) to (100);
create table app.events_2 partition of app.events for values from (100) to (200);
insert into app.events select generate_series(0, 149);
create view app.seen as select 1 as one;
create materialized view app.kept as select generate_series(1, 300) as n;
create table app.empty (id integer);
"""
ODD = ("app", 'a "b')
NAMES = [
    ODD,
    *(("app", name) for name in ("named", "unknown", "events", "events_1", "seen", "kept", "empty", "absent")),
]


@pytest.fixture
def held(database: str) -> Mapping[Name, Held]:
    """Give what is read of a database."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(MADE.encode())
        connection.execute("analyze app.kept; analyze app.events; analyze app.events_1; analyze app.events_2")
        return read_held(connection, NAMES)


def test_rows_are_those_of_now(held: Mapping[Name, Held]) -> None:
    """A table that grew since it was analyzed has more, and one that never was has some; an absent one is left out."""
    odd = held[ODD]
    assert odd.rows == pytest.approx(10000, rel=0.05)
    assert 10000 * 100 < odd.bytes <= odd.whole
    assert odd.index_bytes > 0
    assert 300 < held["app", "unknown"].rows < 3000
    assert [(held["app", name].rows, held["app", name].kind) for name in ("events", "events_1", "kept")] == [
        (150, "p"),
        (100, "r"),
        (300, "m"),
    ]
    assert set(NAMES) - set(held) == {("app", "absent")}


def test_a_partition_knows_its_table_and_an_index_its_own(held: Mapping[Name, Held]) -> None:
    """Who waits for an index waits for its table; emptiness is told of what can hold rows."""
    index = held["app", "named"]
    assert (index.kind, index.table, index.rows) == ("i", ODD, held[ODD].rows)
    assert (held["app", "events_1"].root, held["app", "events"].root) == (("app", "events"), ())
    assert (held["app", "empty"].empty, held["app", "seen"].empty, held[ODD].empty) == (True, False, False)


def test_the_greater_rate_counts(held: Mapping[Name, Held]) -> None:
    """That since the reading before, or that since there are statistics; what began anew in between is one count."""
    odd = held[ODD]
    for before, now, found in (
        ((100, 1000), (300, 1002), (200, 2)),
        ((100, 50), (101, 52), (101, 52)),
        ((100, 50), (60, 52), (60, 52)),
        ((100, 50), (160, 3), (160, 3)),
    ):
        one, two = (odd._replace(writes=Writes(*item)) for item in (before, now))
        assert busier({ODD: one}, {ODD: two})[ODD].writes == found
    assert busier({}, {ODD: odd}) == {ODD: odd}


def test_names_are_followed_back_through_renames() -> None:
    """A migration that waits behind another speaks of relations as that one will call them."""
    first = renames(
        '-- > table app.a => table app.b {}\n-- > column app.a.x => column app.b.y {"type":"int"}\n'
        '-- > index app.a.a_x => index app.b.b_y {"on":["y"]}\n-- + table app."a => b" {}\n'
    )
    assert first == {("app", "b"): ("app", "a"), ("app", "b_y"): ("app", "a_x")}
    second = renames("-- > table app.b => table app.c {}\n")
    assert list(earlier_names(("app", "b"), [first], second)) == [("app", "a")]
    assert list(earlier_names(("app", "c"), [first], second)) == [("app", "c"), ("app", "a")]
