"""A file of SQL, such as a dump, loaded into an empty database of a throw-away server."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, InputError, Span
from fluxc.history.checksum import NotSqlError
from fluxc.history.statements import statement_starts
from fluxc.server.lacks import cure
from fluxc.server.roles import make_role, missing_role
from fluxc.source.excerpt import Lines

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    import psycopg

_NAME: Final = "pulled"
_UNDEFINED_OBJECT: Final = "42704"
_DUPLICATE_SCHEMA: Final = "42P06"
# What a script for psql holds beside SQL: its own commands, and rows behind `copy … from stdin`. Strings, quoted names
# and comments are read as wholes, so that what stands in them is left alone.
_PSQL: Final = re.compile(
    r"""
    [eE]'(?:[^'\\]|\\.|'')*+' | '[^']*+' | "[^"]*+" | --[^\n]*+ | /\*.*?\*/
    | \$(?P<tag>[A-Za-z_]\w*)?\$.*?\$(?P=tag)?\$
    | (?P<psql>\\[^\n]*+)
    | (?P<copy>\bcopy\b[^;']*?\bfrom\s+stdin\b[^;]*+;[^\n]*+\n)(?P<rows>.*?)(?:^\\\.[^\n]*+$|\Z)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE | re.MULTILINE,
)


@contextmanager
def loaded(path: Path) -> Generator[psycopg.Connection]:
    """Yield a connection to a database that holds what a file of SQL makes; both are gone afterwards.

    Rows of `copy` and commands of psql are passed over; a role that the file names is made.  Raises InputError
    `sql-failed` for a statement that the server refuses, `unreadable-file` and `not-utf8`.
    """
    from fluxc.server.connect import connect
    from fluxc.server.scratch import scratch_server

    text = _read(path)
    with scratch_server() as server:
        with connect(server.create(_NAME)) as connection:
            _run(connection, text, str(path))
        with connect(server.url(_NAME)) as connection:  # without what the script set for its own session
            yield connection


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode().replace("\r\n", "\n").removeprefix("\ufeff")
    except OSError as error:
        message = f"`{path}` cannot be read: {error.strerror or error}"
        cure_text = "name a file of SQL, such as one that `pg_dump --schema-only` writes"
        raise InputError([Diagnostic("unreadable-file", message, Span(str(path)), cure_text)]) from None
    except UnicodeDecodeError:
        message = f"`{path}` is not UTF-8"
        cure_text = "dump it with `pg_dump --schema-only --encoding=UTF8`, as plain SQL"
        raise InputError([Diagnostic("not-utf8", message, Span(str(path)), cure_text)]) from None


def _plain(text: str) -> str:
    """Return the text with blanks in the place of what only psql understands; every offset stays where it was."""

    def blanked(match: re.Match[str]) -> str:
        whole = match[0]
        return re.sub(r"[^\n]", " ", whole) if match["psql"] or match["copy"] else whole

    return _PSQL.sub(blanked, text)


def _run(connection: psycopg.Connection, text: str, file: str) -> None:
    plain = _plain(text)
    try:
        starts = statement_starts(plain)
    except NotSqlError as error:
        message = f"`{file}` is no SQL: {error}"
        raise InputError([Diagnostic("sql-failed", message, Span(file), "name a file of plain SQL")]) from None
    lines = Lines(text)
    for start, end in zip(starts, [*starts[1:], len(plain)], strict=True):
        statement = plain[start:end].strip()
        problem = _executed(connection, statement)
        if problem is not None:
            help_text = cure(problem) or "mend the statement, or take it out of the file"
            span = lines.span(file, start, start + len(statement.split("\n", 1)[0]))
            raise InputError([Diagnostic("sql-failed", f"the server refuses a statement: {problem}", span, help_text)])
    if not connection.closed:
        connection.execute("commit")


def _executed(connection: psycopg.Connection, statement: str) -> str | None:
    """Run a statement, making the roles that it lacks; return what the server says where it refuses it."""
    import psycopg

    made: set[str] = set()
    while True:
        try:
            connection.execute(statement.encode(), prepare=False)
        except psycopg.Error as error:
            said = (error.diag.message_primary or str(error)).strip()
            role = missing_role(said)
            if role is None or role in made or _failed(connection):
                return None if _is_harmless(error.sqlstate, statement) else said
            made.add(role)
            make_role(connection, role)
        else:
            return None


def _failed(connection: psycopg.Connection) -> bool:
    from psycopg.pq import TransactionStatus

    return connection.info.transaction_status is not TransactionStatus.IDLE


def _is_harmless(sqlstate: str | None, statement: str) -> bool:
    """Return whether a dump of another version says what this server has already, or has no use for."""
    words = statement.lower().split(None, 3)
    setting = words[:1] == ["set"] and sqlstate == _UNDEFINED_OBJECT
    return setting or (sqlstate == _DUPLICATE_SCHEMA and words[:3] == ["create", "schema", "public;"])
