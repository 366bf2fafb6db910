"""A row that a migration cannot take, for people to see."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg import sql

from fluxc.history.lines import attributes
from fluxc.model.names import qualified

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.prove.database import Database
    from fluxc.run.execute import ServerError

_NULL: Final = "23502"
_CHECK: Final = "23514"
_LONGEST: Final = 200


def offending(database: Database, error: ServerError, after: Mapping[str, str]) -> str | None:
    """Return a row that makes the server refuse a null or a check, None where it is not to be found.

    For duplicates and values that cannot be cast the server tells by itself.
    """
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
    try:
        row = database.connection.execute(query.format(sql.Identifier(schema, table), condition)).fetchone()
    except psycopg.Error:
        return None  # what the condition speaks of may come with the very step
    return _words(json.loads(row[0])) if row else None


def _words(row: Mapping[str, Any]) -> str:
    words = ", ".join(f"{name} {'nothing' if value is None else value}" for name, value in row.items())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
