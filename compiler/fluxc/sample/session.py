"""A transaction in which values are made and written alike on every server."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg.sql import SQL, Composed

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    Cursor = psycopg.Cursor[Any]

# Scans that begin anywhere and workers that share one would give rows in another order each time.
SETTINGS: Final[Mapping[str, str]] = {
    "TimeZone": "UTC",
    "DateStyle": "ISO, MDY",
    "IntervalStyle": "postgres",
    "bytea_output": "hex",
    "extra_float_digits": "1",
    "synchronize_seqscans": "off",
    "max_parallel_workers_per_gather": "0",
    "jit": "off",
    "standard_conforming_strings": "on",
}


@contextmanager
def canonical(connection: psycopg.Connection[Any]) -> Generator[Cursor]:
    """Give a cursor in a transaction of its own, or in a savepoint, with settings that are put back at its end."""
    from psycopg.rows import tuple_row

    with connection.transaction(), connection.cursor(row_factory=tuple_row) as cursor:
        before = settings(cursor, SETTINGS)
        yield cursor
        settings(cursor, before)


def attempt(cursor: Cursor, query: Composed) -> Cursor:
    """Run a query in a savepoint of its own, in one message; an error leaves nothing of it."""
    try:
        cursor.execute(Composed([SQL("savepoint fluxc_sample; "), query, SQL("; release savepoint fluxc_sample")]))
    except psycopg.Error:
        if not cursor.connection.broken:
            cursor.execute("rollback to savepoint fluxc_sample; release savepoint fluxc_sample")
        raise
    cursor.nextset()
    return cursor


def settings(cursor: Cursor, wanted: Mapping[str, str]) -> dict[str, str]:
    """Set settings for the rest of the transaction, and return what they were."""
    names = list(wanted)
    cursor.execute(
        "select current_setting(name) from unnest(%s::text[]) with ordinality as n(name, place) order by place", [names]
    )
    before = dict(zip(names, (value for (value,) in cursor.fetchall()), strict=True))
    cursor.execute(
        "select set_config(name, value, true) from unnest(%s::text[], %s::text[]) as n(name, value)",
        [names, list(wanted.values())],
    )
    return before
