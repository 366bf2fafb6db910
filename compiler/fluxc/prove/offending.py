"""A row that a migration cannot take, for people to see."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg import sql

from fluxc.history.lines import NAME, attributes
from fluxc.history.statements import statement_starts
from fluxc.model.names import qualified
from fluxc.run.failure import error_offset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.prove.database import Database, Refused
    from fluxc.run.execute import ServerError

_NULL: Final = "23502"
_CHECK: Final = "23514"
_DATA: Final = "22"
_LONGEST: Final = 200
_VALUE: Final = 30
_TRIED: Final = 20
_PROBE: Final = sql.Identifier("fluxc_probe")
_NAME: Final = """
select spaces.nspname, class.relname
from pg_class as class join pg_namespace as spaces on spaces.oid = class.relnamespace
where class.oid = %s::regclass
"""
_ALTER: Final = re.compile(rf"alter table (?:only )?({NAME}) ", re.IGNORECASE)


def offending(database: Database, refused: Refused, after: Mapping[str, str]) -> str | None:
    """Return a row that makes the server refuse a null, a check or a cast, None where it is not to be found.

    For duplicates the server tells by itself.
    """
    error = refused.error
    try:
        row = _tried(database, refused) if error.sqlstate.startswith(_DATA) else _named(database, error, after)
    except psycopg.Error:
        return None  # what the step speaks of may come with the very step
    return _words(json.loads(row)) if row else None


def _named(database: Database, error: ServerError, after: Mapping[str, str]) -> str | None:
    """Return the row with a null or against a check where the server names the column or the check."""
    if len(error.path) != 3:
        return None
    schema, table, name = error.path
    if error.sqlstate == _NULL:
        condition: sql.Composable = sql.SQL("{} is null").format(sql.Identifier(name))
    elif error.sqlstate == _CHECK and (line := after.get(key := f"check {qualified(schema, table, name)}")):
        condition = sql.SQL("not ({})").format(sql.SQL(attributes(key, line)["expression"]))
    else:
        return None
    query = sql.SQL("select row_to_json(t)::text from {} as t where {} limit 1")
    row = database.connection.execute(query.format(sql.Identifier(schema, table), condition)).fetchone()
    return row[0] if row else None


def _tried(database: Database, refused: Refused) -> str | None:
    """Return the row alone with which a table makes the server refuse the statement that alters it."""
    start = error_offset(refused.step.text, refused.error)
    found = _ALTER.match(refused.step.text, start)
    if found is None:
        return None
    end = next((at for at in statement_starts(refused.step.text) if at > start), len(refused.step.text))
    rest = refused.step.text[found.end() : end]
    connection = database.connection
    name = connection.execute(_NAME, [found[1]]).fetchone()
    if name is None:
        return None
    table = sql.Identifier(*name)
    rows = connection.execute(sql.SQL("select tableoid, ctid from {} limit {}").format(table, _TRIED)).fetchall()
    for place in rows:
        with connection.transaction(force_rollback=True):
            connection.execute("set local search_path = pg_catalog, public")
            copy = sql.SQL("create temporary table {} as select * from {} where (tableoid, ctid) = ({}, {})")
            connection.execute(copy.format(_PROBE, table, *map(sql.Literal, place)))
            said = connection.execute(sql.SQL("select row_to_json(t)::text from {} as t").format(_PROBE)).fetchone()
            try:
                connection.execute(f"alter table pg_temp.fluxc_probe {rest}".encode())
            except psycopg.Error as error:
                if error.sqlstate == refused.error.sqlstate and said is not None:
                    return str(said[0])
    return None


def _words(row: Mapping[str, Any]) -> str:
    words = ", ".join(
        f"{name} {'nothing' if value is None else _cut(str(value), _VALUE)}" for name, value in row.items()
    )
    return _cut(words, _LONGEST)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
