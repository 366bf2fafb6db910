"""What the tests of reading and comparing catalogues share: connections, and a small schema to change."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Protocol, cast

import psycopg
import pytest

from fluxc.inspect import Difference, compare, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Connection = psycopg.Connection[Any]

BASE = """
create schema app;
create type app.mood as enum ('calm', 'wild');
create table app.people (
  id bigint primary key,
  name varchar(256) not null,
  age integer,
  mood app.mood,
  constraint people_name_key unique (name),
  constraint people_age_check check (age > 0)
);
create index people_age_idx on app.people (age);
create sequence app.numbers;
"""


class Connect(Protocol):
    """Opens a connection, in autocommit, to a fresh database in which the statements have been run."""

    def __call__(self, statements: str = "") -> Connection:
        """Return the connection."""
        ...


@pytest.fixture
def connect(new_database: Callable[[], str]) -> Iterator[Connect]:
    """Give connections to fresh databases, closed when the test is over."""
    with ExitStack() as open_connections:

        def open_one(statements: str = "") -> Connection:
            connection = open_connections.enter_context(psycopg.connect(new_database(), autocommit=True))
            run(connection, statements)
            return connection

        yield open_one


@pytest.fixture
def since_18(connect: Connect) -> None:
    """Skip the test, saying so, where the server is older than PostgreSQL 18."""
    if connect().info.server_version < 180000:
        pytest.skip("only PostgreSQL 18 has this")


def run(connection: Connection, statements: str) -> None:
    """Run statements, in one transaction of their own."""
    connection.execute(cast("Any", statements))


def altered(connection: Connection, alteration: str) -> list[str]:
    """Return in words what an alteration of the database changes."""
    expected = read(connection)
    run(connection, alteration)
    return words(compare(connection, expected, read(connection)))


def apart(connect: Connect, one: str, other: str) -> list[str]:
    """Return in words how the database that ``other`` makes differs from the one that ``one`` makes."""
    expected, there = read(connect(one)), connect(other)
    return words(compare(there, expected, read(there)))


def words(found: tuple[Difference, ...]) -> list[str]:
    """Return the differences in words."""
    return [difference.text for difference in found]
