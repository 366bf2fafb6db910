"""Measure what a server does in a second with rows that are there: the figures of `fluxc.sheet.speed`."""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from typing import TYPE_CHECKING, Final, NamedTuple

import psycopg

from fluxc.server.scratch import scratch_server

if TYPE_CHECKING:
    from collections.abc import Iterator

_MIB: Final = 1 << 20
_TABLE: Final = """
create table {name} (id integer primary key, ref integer not null, n integer not null, word text, note text);
insert into {name} select g, g, g, md5(g::text), {note} from generate_series(1, {rows}) as g;
create table {name}_parent (id integer primary key);
insert into {name}_parent select id from {name};
vacuum (analyze, freeze) {name};
vacuum (analyze, freeze) {name}_parent;
"""
_WORKS: Final = {
    "scan": "alter table {name} add check (n >= 0)",
    "foreign key": "alter table {name} add foreign key (ref) references {name}_parent",
    "rewrite": "alter table {name} drop constraint {name}_pkey; alter table {name} add x float default random()",
    "index": "create index on {name} (word)",
    "update": "update {name} set n = n + 1",
    "delete": "delete from {name}",
    "insert": "create table {name}_copy (like {name} including indexes); insert into {name}_copy select * from {name}",
}


class Bed(NamedTuple):
    """A table of so many rows with a note of so many bytes."""

    name: str
    rows: int
    note: int


def main() -> None:
    """Print, for each kind of work, the seconds that a row and a MiB take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000, help="of the narrow table; the wide one has a sixth")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--url", help="an empty database of another server than the throw-away one")
    options = parser.parse_args()
    beds = (Bed("narrow", options.rows, 0), Bed("wide", options.rows // 6, 1000))
    if options.url:
        _measure(options.url, beds, options.rounds)
    else:
        with scratch_server() as server:
            _measure(server.url(), beds, options.rounds)


def _measure(url: str, beds: tuple[Bed, ...], rounds: int) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        sizes = dict(_made(connection, beds))
        for work, statement in _WORKS.items():
            seconds = {bed: _seconds(connection, statement.format(name=bed.name), rounds) for bed in beds}
            row, mib = _fitted(*((bed.rows, sizes[bed], seconds[bed]) for bed in beds))
            told = ", ".join(f"{bed.name} {seconds[bed]:.2f} s" for bed in beds)
            sys.stdout.write(
                f"{work:12} {row * 1e6:6.2f} s for a million rows, {mib * 1024:6.2f} s for a GiB ({told})\n"
            )


def _made(connection: psycopg.Connection, beds: tuple[Bed, ...]) -> Iterator[tuple[Bed, float]]:
    """Make the tables and yield how many MiB each has."""
    for bed in beds:
        note = f"repeat(chr(97 + g % 26), {bed.note})" if bed.note else "null"
        for statement in _TABLE.format(name=bed.name, rows=bed.rows, note=note).split(";\n"):
            connection.execute(statement.encode())
        connection.execute(f"alter table {bed.name} alter note set storage plain".encode())
        (size,) = connection.execute("select pg_relation_size(%s)", [bed.name]).fetchall()[0]
        yield bed, size / _MIB


def _seconds(connection: psycopg.Connection, statement: str, rounds: int) -> float:
    """Return the median time of a statement that is taken back each time."""
    *before, last = statement.split("; ")
    taken: list[float] = []
    for _ in range(rounds):
        connection.execute("begin")
        for text in before:
            connection.execute(text.encode())
        began = time.monotonic()
        connection.execute(last.encode())
        taken.append(time.monotonic() - began)
        connection.execute("rollback")
    return statistics.median(taken)


def _fitted(one: tuple[int, float, float], other: tuple[int, float, float]) -> tuple[float, float]:
    """Return the seconds of a row and of a MiB that explain two measurements; neither is below nothing."""
    (rows, mib, seconds), (other_rows, other_mib, other_seconds) = one, other
    by_mib = (other_seconds - seconds * other_rows / rows) / (other_mib - mib * other_rows / rows)
    by_mib = max(by_mib, 0.0)
    return max((seconds - mib * by_mib) / rows, 0.0), by_mib


if __name__ == "__main__":
    main()
