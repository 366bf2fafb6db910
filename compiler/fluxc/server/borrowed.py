"""A server that somebody lends for throw-away databases: what is made on it is taken away again."""

from __future__ import annotations

import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, OutsideError
from fluxc.server.connect import connect, place
from fluxc.server.roles import making

if TYPE_CHECKING:
    from collections.abc import Collection, Generator

    import psycopg
    from psycopg.sql import Composed


class Borrowed:
    """Databases of our own on a server, beside whatever else is there.

    ``roles`` are those that are made by what is run there, and so ours: nobody else has them when it begins.
    """

    lasts: Final = False

    def __init__(self, url: str, roles: Collection[str]) -> None:
        self._url = url
        self._session: psycopg.Connection = connect(url, application_name="fluxc prove")
        self._mark = f"fluxc_{secrets.token_hex(4)}"
        self._names: set[str] = set()
        self._refuse_others(roles)
        self._roles = set(roles)
        self.major = self._session.info.server_version // 10000

    def create(self, name: str, template: str | None = None) -> str:
        """Make the database ``name``, empty or as a copy of another, which nobody may be connected to; return its URL.

        Raises OutsideError ``database-failed`` where the user of the URL may not.
        """
        from psycopg import sql

        own, other = self._own(name), self._own(template) if template else "template0"
        statement = sql.SQL("create database {} template {}")
        self._execute(statement.format(sql.Identifier(own), sql.Identifier(other)))
        self._names.add(own)
        return self.url(name)

    def drop(self, name: str) -> None:
        """Drop the database ``name`` if it exists, cutting off whoever is connected to it."""
        from psycopg import sql

        own = self._own(name)
        if own in self._names:
            self._execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(own)))
            self._names.discard(own)

    def names(self) -> set[str]:
        """Return the names of the databases that were made."""
        return {own.removeprefix(self._own("")) for own in self._names}

    def url(self, name: str) -> str:
        """Return the URL of one database."""
        from psycopg import conninfo

        return conninfo.make_conninfo(self._url, dbname=self._own(name))

    def rename(self, old: str, new: str) -> None:
        """Give the database ``old``, which nobody may be connected to, another name."""
        from psycopg import sql

        was, own = self._own(old), self._own(new)
        self._execute(sql.SQL("alter database {} rename to {}").format(sql.Identifier(was), sql.Identifier(own)))
        self._names = self._names - {was} | {own}

    def make_role(self, name: str) -> None:
        """Make a role that may do nothing, to be dropped at the end."""
        self._execute(making(name))
        self._roles.add(name)

    def close(self) -> None:
        """Take away what was made: the databases and the roles."""
        import psycopg
        from psycopg import sql

        for own in self._names:
            with suppress(psycopg.Error):
                self._session.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(own)))
        for role in sorted(self._roles):
            with suppress(psycopg.Error):
                self._session.execute(sql.SQL("drop role if exists {}").format(sql.Identifier(role)))
        self._session.close()

    def _own(self, name: str) -> str:
        return f"{self._mark}_{name}"

    def _refuse_others(self, roles: Collection[str]) -> None:
        """Raise OutsideError ``role-exists`` for a role that the migrations would change, and that somebody has."""
        query = "select rolname::text from pg_catalog.pg_roles where rolname = any(%s::text[]) order by 1"
        there = [str(name) for (name,) in self._session.execute(query, [list(roles)])]
        if there:
            message = f"{place(self._url)} has a role `{there[0]}`, which the migrations would change"
            cure = "name a server that has no such role"
            self._session.close()
            raise OutsideError(Diagnostic("role-exists", message, help=cure))

    def _execute(self, statement: Composed) -> None:
        import psycopg

        try:
            self._session.execute(statement)
        except psycopg.Error as error:
            said = error.diag.message_primary or str(error).strip()
            message = f"what a proof needs could not be made on {place(self._url)}: {said}"
            cure = "name a server and a user who may make databases, roles and extensions"
            raise OutsideError(Diagnostic("database-failed", message, help=cure)) from None


@contextmanager
def borrowed_server(url: str, roles: Collection[str]) -> Generator[Borrowed]:
    """Give the server behind ``url`` for the time of the context, for migrations that make and change ``roles``.

    Raises OutsideError where it cannot be reached, and ``role-exists``.
    """
    server = Borrowed(url, roles)
    try:
        yield server
    finally:
        server.close()
