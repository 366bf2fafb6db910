"""A database with a few tables and rows, and connections to it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from tests.trace.forms import BASE

if TYPE_CHECKING:
    from collections.abc import Generator

    from fluxc.server.scratch import Scratch


@pytest.fixture(scope="package")
def pair(server: Scratch) -> Generator[tuple[psycopg.Connection[Any], psycopg.Connection[Any]]]:
    """Give two connections to a database that every test leaves as it is."""
    with _filled(server, "traced") as connection, psycopg.connect(server.url("traced"), autocommit=True) as second:
        yield connection, second


@pytest.fixture(scope="package")
def shared(server: Scratch) -> Generator[psycopg.Connection[Any]]:
    """Give a connection to a database in which each test has something of its own to alter."""
    with _filled(server, "altered") as connection:
        yield connection


@contextmanager
def _filled(server: Scratch, name: str) -> Generator[psycopg.Connection[Any]]:
    with psycopg.connect(server.create(name), autocommit=True) as connection:
        connection.execute(BASE.encode())
        yield connection
    server.drop(name)
