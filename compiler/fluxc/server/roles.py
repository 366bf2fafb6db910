"""Roles that a throw-away server lacks: they belong to the server, and SQL from elsewhere names some."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import psycopg
    from psycopg.sql import Composed

_MISSING: Final = re.compile(r'role "(.+)" does not exist')


def missing_role(message: str) -> str | None:
    """Return the role for want of which the server refused a statement, None where it was for something else."""
    found = _MISSING.search(message)
    return found[1] if found else None


def making(name: str) -> Composed:
    """Return the statement that makes a role that may do nothing."""
    from psycopg import sql

    return sql.SQL("create role {}").format(sql.Identifier(name))


def make_role(connection: psycopg.Connection[Any], name: str) -> None:
    """Make a role that may do nothing."""
    connection.execute(making(name))
