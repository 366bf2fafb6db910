"""The rows that statements meet: a few in each table, or none."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import psycopg

from fluxc.sample.fill import fill

if TYPE_CHECKING:
    from collections.abc import Collection

_ROWS: Final = 4
_AT_ONCE: Final = 100
_TABLES: Final = """
select spaces.nspname::text, class.relname::text
from pg_catalog.pg_class as class join pg_catalog.pg_namespace as spaces on spaces.oid = class.relnamespace
where class.relkind = 'r' and spaces.nspname !~ '^(pg_|information_schema$)' and class.relpersistence <> 't'
order by class.oid
"""
_NAMES: Final = """
select spaces.nspname::text, class.relname::text
from pg_catalog.pg_class as class join pg_catalog.pg_namespace as spaces on spaces.oid = class.relnamespace
where class.relkind = 'r' and class.oid = any(%s::oid[])
"""


def put(connection: psycopg.Connection[Any]) -> None:
    """Put rows into the tables that have none, where any can be made and the session may do so."""
    with suppress(psycopg.Error):
        names = connection.execute(_TABLES).fetchall()
        bare = set[tuple[str, str]]()
        for at in range(0, len(names), _AT_ONCE):
            bare |= _without_rows(connection, names[at : at + _AT_ONCE])
        if bare:
            fill(connection, rows=_ROWS, tables=bare)


def _without_rows(connection: psycopg.Connection[Any], names: list[tuple[str, str]]) -> set[tuple[str, str]]:
    from psycopg import sql

    queries = (
        sql.SQL("select {} where not exists (select from only {})").format(sql.Literal(number), sql.Identifier(*name))
        for number, name in enumerate(names)
    )
    return {names[number] for (number,) in connection.execute(sql.SQL(" union all ").join(queries)).fetchall()}


def take_away(connection: psycopg.Connection[Any], numbers: Collection[int]) -> None:
    """Take away the rows of these tables and of what refers to them, and have sequences begin again."""
    from psycopg import sql

    names = connection.execute(_NAMES, [list(numbers)]).fetchall()
    if tables := [sql.Identifier(*name) for name in names]:
        connection.execute(sql.SQL("truncate {} restart identity cascade").format(sql.SQL(", ").join(tables)))
