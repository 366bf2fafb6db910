"""Changes of type whose old type is known: of the project's migrations, or of the script itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from fluxc.lint.sql.types import ColumnTypes
from tests.lint.project import linted_sql, only

if TYPE_CHECKING:
    from collections.abc import Mapping

CODE: Final = "rewriting-type-change"
LINES: Final = {
    "table app.users": "table app.users {}",
    "column app.users.email": 'column app.users.email {"type":"character varying(50)"}',
    "column app.users.n": 'column app.users.n {"type":"integer"}',
    "column app.users.at": 'column app.users.at {"type":"timestamp without time zone"}',
    "column app.users.mood": 'column app.users.mood {"type":"app.mood"}',
    "column app.users.total": 'column app.users.total {"type":"numeric(10,2)","nullable":true}',
    'column app."Odd"."a b"': 'column app."Odd"."a b" {"type":"integer"}',
    "column app.twice.n": 'column app.twice.n {"type":"character varying(50)"}',
    "column other.twice.n": 'column other.twice.n {"type":"integer"}',
}
REWRITES: Final = {
    "another number": ("alter table app.users alter n type bigint", "integer to bigint"),
    "a number as text": ("alter table users alter n type text", "integer to text"),
    "shorter": ("alter table users alter email type varchar(20)", "character varying(50) to character varying(20)"),
    "another scale": ("alter table users alter total type numeric(12, 4)", "numeric(10,2) to numeric(12,4)"),
    "a zone": (
        "alter table users alter at type timestamptz",
        "timestamp without time zone to timestamp with time zone",
    ),
    "odd names": ('alter table "Odd" alter "a b" type bigint', "integer to bigint"),
    "of this namespace": ("alter table other.twice alter n type bigint", "integer to bigint"),
    "a cast that says it again": ("alter table users alter n type bigint using n::int8", "integer to bigint"),
    "what the script has made of it": (
        "alter table users alter email type text; alter table users alter email type varchar(9)",
        "text to character varying(9)",
    ),
    "a column of the script": (
        "alter table users add column x int; alter table users alter x type bigint",
        "integer to bigint",
    ),
    "another name": (
        "alter table users rename n to m; alter table users alter m type bigint",
        "integer to bigint",
    ),
}
FREE: Final = {
    "longer": "alter table users alter email type varchar(80)",
    "longer, in other words": "alter table users alter email type varchar(80) using email",
    "without a limit": "alter table users alter email type text",
    "more digits": "alter table app.users alter total type numeric(12, 2)",
    "the same": "alter table users alter n type int4",
    "a zone, in UTC": "set timezone = 'UTC'; alter table users alter at type timestamptz",
    "of another namespace": "alter table app.twice alter n type varchar(60)",
}
GUESSED: Final = {
    "one of two": "alter table twice alter n type varchar(60)",
    "no column of the project": "alter table users alter absent type bigint",
    "no table of the project": "alter table absent alter n type bigint",
    "a type of the project": "alter table users alter mood type app.other",
    "an expression": "alter table users alter n type bigint using n * 2",
    "another collation": 'alter table users alter email type varchar(80) collate "C"',
    "a table of another name": "alter table users rename to persons; alter table persons alter n type bigint",
    "a name that another table had": "alter table users rename to old; alter table users alter n type bigint",
}


def known() -> ColumnTypes:
    return ColumnTypes(lambda: LINES)


@pytest.mark.parametrize("what", REWRITES)
def test_what_rewrites_is_told_with_both_types(what: str) -> None:
    """It is no guess any more."""
    sql, types = REWRITES[what]
    found = linted_sql(sql, only(CODE), types=known()).found[-1]
    assert found.diagnostic.message.endswith(f" changes from {types}: all rows are rewritten while everybody waits")


@pytest.mark.parametrize("what", FREE)
def test_what_is_free_is_left_alone(what: str) -> None:
    """What would be guessed without the old type."""
    assert linted_sql(FREE[what], only(CODE), types=known()).diagnostics == ()


@pytest.mark.parametrize("what", GUESSED)
def test_what_is_not_known_is_guessed(what: str) -> None:
    """A name that means two tables, a type of somebody, an expression: the text alone tells."""
    (found,) = linted_sql(GUESSED[what], only(CODE), types=known()).found
    assert "may have all rows rewritten" in found.diagnostic.message


def test_migrations_are_read_when_a_type_changes() -> None:
    """And not before: most files change none."""
    asked: list[None] = []

    def read() -> Mapping[str, str]:
        asked.append(None)
        return LINES

    types = ColumnTypes(read)
    linted_sql("alter table users add column x int; drop table users", types=types)
    assert asked == []
    linted_sql("alter table users alter n type bigint; alter table users alter at type date", types=types)
    assert asked == [None]
