"""Which types a foreign key can compare, as a real server sees it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import psycopg

from fluxc.model.check import comparable
from fluxc.model.type_table import BUILTINS
from fluxc.model.types import parse

if TYPE_CHECKING:
    from tests.conftest import NewDatabase

NAMES = sorted({builtin.name for builtin in BUILTINS if builtin.serial_of is None})


def test_the_server_takes_what_the_schema_may_say(new_database: NewDatabase) -> None:
    """A foreign key between two types that the check lets through is one that the server makes."""
    with psycopg.connect(new_database(), autocommit=True) as connection:
        keyed = [name for name in NAMES if made(connection, f'create table "to {name}" (a {name} primary key)')]
        assert len(keyed) > 40
        for one, other in itertools.product(keyed, keyed):
            if comparable(parse(one), parse(other)):
                statement = f'create table t (a {one} references "to {other}")'
                assert made(connection, statement), (one, other)
                connection.execute("drop table t")


def made(connection: psycopg.Connection, statement: str) -> bool:
    """Tell whether the server takes a statement."""
    try:
        connection.execute(statement.encode())
    except psycopg.errors.Error:
        return False
    return True
