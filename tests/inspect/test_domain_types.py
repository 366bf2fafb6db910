"""Domain types read back: checks that mean the same are equal, however often the server has read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg

from fluxc.inspect import compare, read, read_state
from fluxc.model.domain_type import DomainType
from fluxc.model.index import Index

if TYPE_CHECKING:
    from tests.conftest import NewDatabase

WRITTEN = "create domain kind as varchar(10) default 'a' constraint known check (value in ('a', 'b'))"
READ_BACK = (
    "create domain kind as varchar(10) default 'a'::character varying "
    "constraint known check ((value)::text = any ((array['a'::character varying, 'b'::character varying])::text[]))"
)


def test_checks_that_mean_the_same_are_equal(new_database: NewDatabase) -> None:
    """The server's own text of a check is written in another way once it is read again, which is no difference."""
    with (
        psycopg.connect(new_database(), autocommit=True) as one,
        psycopg.connect(new_database(), autocommit=True) as other,
    ):
        one.execute(WRITTEN)
        other.execute(READ_BACK)
        assert read(one) != read(other)
        assert compare(one, read(one), read(other)) == ()


def test_a_check_that_is_not_valid_differs(new_database: NewDatabase) -> None:
    """Whether values were checked is told apart from what the check says."""
    with (
        psycopg.connect(new_database(), autocommit=True) as one,
        psycopg.connect(new_database(), autocommit=True) as other,
    ):
        for connection, flag in ((one, ""), (other, " not valid")):
            connection.execute("create domain year as integer")
            connection.execute(f"alter domain year add constraint early check (value > 0){flag}".encode())
        found = compare(one, read(one), read(other))
        assert [item.text for item in found] == [
            "domain type public.year: validity of check early is not valid, expected none"
        ]
        (item,) = read_state(other).state.of(DomainType)
        assert [(check.name, check.valid) for check in item.checks] == [("early", False)]


def test_an_index_over_a_domain_type_says_no_class_that_is_usual(new_database: NewDatabase) -> None:
    """The usual operator class is that of the type below all domain types."""
    with psycopg.connect(new_database(), autocommit=True) as connection:
        connection.execute("create domain small as integer")
        connection.execute("create domain tiny as small")
        connection.execute("create table t (one small, two tiny, three tiny[], name text)")
        connection.execute("create index on t (one, two desc, name text_pattern_ops)")
        (item,) = read_state(connection).state.of(Index)
        assert [part.opclass for part in item.parts] == [None, None, "text_pattern_ops"]
