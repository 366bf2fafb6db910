"""Fixtures for every test: an embedded PostgreSQL server, and fresh databases in it."""

from __future__ import annotations

import itertools
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import psycopg
import pytest
from hypothesis import settings
from psycopg.sql import SQL, Identifier

from fluxc.server.locks import acquire
from fluxc.server.places import scratch_parent
from fluxc.server.scratch import scratch_server

if TYPE_CHECKING:
    from collections.abc import Generator

    from fluxc.server.scratch import Scratch
    from tests.case_project import Case


settings.register_profile("fluxc", deadline=None)  # how fast this machine is at the moment is no law
settings.load_profile("fluxc")

ROLES = ("app_reader", "app_writer", "app_owner", 'an "odd" role')
"""The roles that the cases name."""
_NUMBERS = itertools.count(1)


class NewDatabase(Protocol):
    """Makes one more fresh database each time it is called, and returns its URL."""

    def __call__(self, template: str | None = None) -> str:
        """Make an empty database, or a copy of the database named ``template``."""
        ...


@pytest.fixture(autouse=True)
def unproved(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have builds inside this process prove nothing, which takes a server each time, but in tests marked `proves`."""
    if request.node.get_closest_marker("proves") is None:
        monkeypatch.setattr("fluxc.commands.build.proves", _never)


def _never(_config: object) -> bool:
    return False


@pytest.fixture(scope="session", autouse=True)
def kept_apart() -> Generator[None]:
    """Keep what is kept for the projects of tests away from that of people, and delete it at the end."""
    with tempfile.TemporaryDirectory(dir=scratch_parent(), prefix="fluxc-tests-") as folder:
        parent = Path(folder)
        parent.chmod(0o755)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("fluxc.server.kept.kept_parent", lambda: parent)
            yield
        for running in parent.glob("*/running"):
            os.close(acquire(running))  # nobody waits for the servers there


@pytest.fixture(scope="session")
def server() -> Generator[Scratch]:
    """One throw-away server for each worker, started when the first test asks for it."""
    with scratch_server() as scratch:
        with psycopg.connect(scratch.url(), autocommit=True) as connection:
            for role in ROLES:
                connection.execute(SQL("create role {}").format(Identifier(role)))
        yield scratch


@pytest.fixture
def new_enough(server: Scratch, case: Case) -> None:
    """Skip a case for newer servers than that of FLUXC_PG_HOME, on which the tests are run where it is set."""
    if server.engine.major < case.target:
        pytest.skip(f"the case is for PostgreSQL {case.target}")


@pytest.fixture
def new_database(server: Scratch) -> Generator[NewDatabase]:
    """For tests that need several databases; all of them are dropped afterwards."""
    made: list[str] = []

    def make(template: str | None = None) -> str:
        made.append(f"test_{next(_NUMBERS)}")
        return server.create(made[-1], template)

    yield make
    for name in made:
        server.drop(name)


@pytest.fixture
def database(new_database: NewDatabase) -> str:
    """Give the URL of a fresh, empty database, dropped afterwards."""
    return new_database()
