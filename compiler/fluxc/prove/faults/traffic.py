"""Other sessions that are at work on the tables of a database while a runner is."""

from __future__ import annotations

import select
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Self

import psycopg
from psycopg import sql

from fluxc.server.connect import connect

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

TABLES: Final = """
select spaces.nspname::text, class.relname::text
from pg_catalog.pg_class as class join pg_catalog.pg_namespace as spaces on spaces.oid = class.relnamespace
where class.relkind in ('r', 'p') and spaces.nspname !~ '^(pg_|information_schema$|fluxc$)'
order by class.oid
"""
_LATER: Final = "10s"


class Traffic:
    """A session with a transaction that reads tables, and keeps its locks on them."""

    def __init__(self, url: str) -> None:
        self._connection = connect(url, autocommit=False, application_name="fluxc prove")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def tables(self) -> list[tuple[str, str]]:
        """Return the tables that there are."""
        found: list[tuple[str, str]] = self._connection.execute(TABLES).fetchall()
        return found

    def read(self, tables: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Lock tables as one who reads them does; return those that somebody is in the way of."""
        busy: list[tuple[str, str]] = []
        for name in tables:
            try:
                with self._connection.transaction():
                    self._connection.execute(_locking([name]) + sql.SQL(" nowait"))
            except psycopg.errors.LockNotAvailable:
                busy.append(name)
            except psycopg.errors.InsufficientPrivilege:
                continue
        return busy

    def want(self, tables: Iterable[tuple[str, str]]) -> None:
        """Ask for these tables as well, and commit as soon as they are there; this does not wait."""
        with suppress(psycopg.errors.InsufficientPrivilege), self._connection.transaction():
            # so that of two that wait for each other the other one is told first
            self._connection.execute(sql.SQL("set local deadlock_timeout = {}").format(_LATER))
        text = sql.SQL("{}; commit").format(_locking(tables))
        self._connection.pgconn.send_query(text.as_bytes(self._connection))

    def done(self, seconds: float) -> bool:
        """Wait for what was asked for, for so long at most; return whether the server said yes or no."""
        pgconn = self._connection.pgconn
        while pgconn.is_busy():
            if not select.select([pgconn.socket], [], [], seconds)[0]:
                return False
            pgconn.consume_input()
        return True

    def end(self) -> None:
        """Let all locks go."""
        self._connection.rollback()


def _locking(tables: Iterable[tuple[str, str]]) -> sql.Composed:
    names = sql.SQL(", ").join(sql.SQL("only {}").format(sql.Identifier(*name)) for name in tables)
    return sql.SQL("lock table {} in access share mode").format(names)
