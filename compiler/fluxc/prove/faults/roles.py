"""The names of roles, which are those of the whole server: a copy of a database does not bring them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Mapping

    import psycopg

    Names = Mapping[int, str]


def role_names(connection: psycopg.Connection[Any]) -> Names:
    """Return what the roles of a server are called, by their numbers."""
    return dict(connection.execute("select oid::int8, rolname::text from pg_catalog.pg_roles").fetchall())


def rename_roles(connection: psycopg.Connection[Any], names: Names) -> None:
    """Have roles be called so again, those that are there."""
    now = role_names(connection)
    others = [number for number, name in names.items() if now.get(number, name) != name]
    aside = {number: f"fluxc_role_{number}" for number in others}  # two may have changed their names
    for number in others:
        _rename(connection, now[number], aside[number])
    for number in others:
        _rename(connection, aside[number], names[number])


def _rename(connection: psycopg.Connection[Any], old: str, new: str) -> None:
    statement = sql.SQL("alter role {} rename to {}")
    connection.execute(statement.format(sql.Identifier(old), sql.Identifier(new)))
