"""What the tests of sample rows share: connections to databases with tables in them."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import psycopg
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Connection = psycopg.Connection[Any]


class Connect(Protocol):
    """Opens a connection, in autocommit, to a fresh database in which statements or a file of this folder were run."""

    def __call__(self, statements: str) -> Connection:
        """Return the connection."""
        ...


@pytest.fixture
def connect(new_database: Callable[[], str]) -> Iterator[Connect]:
    """Give connections to fresh databases, closed when the test is over."""
    with ExitStack() as open_connections:

        def open_one(statements: str) -> Connection:
            connection = open_connections.enter_context(psycopg.connect(new_database(), autocommit=True))
            if statements.endswith(".sql"):
                statements = Path(__file__).with_name(statements).read_text(encoding="utf-8")
            connection.execute(statements.encode())
            return connection

        yield open_one
