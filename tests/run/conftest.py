"""A project and a look into its database for the tests of the runner."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from tests.history.project import Project

if TYPE_CHECKING:
    from pathlib import Path

Ask = Callable[..., list[Any]]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return an empty project."""
    return Project(tmp_path)


@pytest.fixture
def ask(database: str) -> Ask:
    """Return a function that runs a query and gives its rows, single columns bare."""

    def rows(query: str) -> list[Any]:
        with psycopg.connect(database, autocommit=True) as connection:
            cursor = connection.execute(query.encode())
            found = cursor.fetchall() if cursor.description else []
            return [row[0] if len(row) == 1 else row for row in found]

    return rows


@pytest.fixture
def tables(ask: Ask) -> Callable[[], list[str]]:
    """Return a function that names every relation, type, function and schema that is not the server's own."""

    def names() -> list[str]:
        return ask(
            "select relname::text from pg_class c join pg_namespace n on n.oid = relnamespace"
            " where nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'fluxc')"
            " union all select typname::text from pg_type t join pg_namespace n on n.oid = typnamespace"
            " where typtype = 'e' union all select nspname::text from pg_namespace"
            " where nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'fluxc', 'public') order by 1"
        )

    return names
