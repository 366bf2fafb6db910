"""What inserts and updates refuse: lengths, digits, and the simple ones among a table's checks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from pydantic import ValidationError

from fluxc.model.expression import canonical
from fluxc.render.conditions import conditions

if TYPE_CHECKING:
    from .conftest import Load, Schema

CHECKED: dict[str, tuple[str, list[Any], list[Any]]] = {
    "n >= 0": ("integer", [0, 5], [-1]),
    "0 < n": ("integer", [1], [0]),
    "n between 1 and 10": ("smallint", [1, 10], [0, 11]),
    "(n > 0) and (n < 10) and n <> 5": ("bigint", [1, 9], [0, 10, 5]),
    "n in (1, -2)": ("integer", [1, -2], [0, 2]),
    "n != 3": ("integer", [2], [3]),
    "n = 7": ("integer", [7], [8]),
    "n <= 5000000000": ("integer", [2147483647], [2147483648]),
    "n >= 0 and n >= 5 and n > 5": ("integer", [6], [5]),
    "n < 9 and n <= 9 and n < 10": ("integer", [8], [9]),
    "n >= 0.5 and n < 1.25": ("numeric(5,2)", ["0.5", "1.24"], ["0.49", "1.25", "NaN"]),
    "n <= 0.1": ("double precision", [0.1], [0.2]),
    "n <= 1 and n < 0.5": ("real", [0.25], [1.5]),
    "n >= '2026-01-01' and n < date '2027-01-01'": ("date", [date(2026, 1, 1)], [date(2025, 12, 31), date(2027, 1, 1)]),
    "n <> ''": ("text", ["a"], [""]),
    "n in ('it''s', 'b'::text)": ("character varying(9)", ["it's", "b"], ["c", "its"]),
    "length(n) between 2 and 3": ("text", ["ab", "äöü"], ["a", "abcd"]),
    "char_length(n) = 2": ("character varying(9)", ["ab"], ["a", "abc"]),
    "3 > length(n) and length(n) > 0": ("bytea", [b"a", b"ab"], [b"", b"abc"]),
    "n <> 'b'": ("app.kind", ["a"], ["b"]),
}


@pytest.mark.parametrize("check", CHECKED)
@pytest.mark.parametrize("nullable", [False, True])
def test_a_simple_check_is_a_validator(schema: Schema, load: Load, check: str, *, nullable: bool) -> None:
    """Inserts and updates refuse what the check refuses; null passes it, and rows are taken as they are."""
    spelled, good, bad = CHECKED[check]
    schema.enum("app", "kind", "a", "b")
    schema.table("app", "things", {"n": {"type": spelled, "nullable": nullable}})
    schema.check("app", "things", check)
    module = load(schema.files(), "app")
    for value in good:
        module.ThingInsert(n=value)
        module.ThingUpdate(n=value)
    for value in bad:
        for model in (module.ThingInsert, module.ThingUpdate):
            with pytest.raises(ValidationError):
                model(n=value)
        if not isinstance(value, int) or value < 2**31:
            module.Thing(n=value)
    if nullable:
        assert module.ThingInsert(n=None).n is None


def test_the_database_agrees(database: str) -> None:
    """What is accepted above satisfies the check itself, and what is refused does not."""
    with psycopg.connect(database, autocommit=True, prepare_threshold=None) as connection:
        connection.execute("create schema app; create type app.kind as enum ('a', 'b')")
        for check, (spelled, good, bad) in CHECKED.items():
            connection.execute(f"create table app.things (n {spelled} check ({check}))".encode())
            for value in (*good, None):
                connection.execute("insert into app.things values (%s)", [value])
            for value in bad:
                with pytest.raises((psycopg.errors.CheckViolation, psycopg.errors.NumericValueOutOfRange)):
                    connection.execute("insert into app.things values (%s)", [value])
            connection.execute("drop table app.things")


@pytest.mark.parametrize(
    "check",
    [
        *("a > 0 or b > 0", "a > b", "abs(a) > 1", "a > 0 is true", "a + 1 > 0", "not a > 0", "a > 1 + 1"),
        *("case when b > 1 and a > 0 and b < 2 then true else false end", "a between symmetric 3 and 1"),
        *("a in (1, b)", "a in (select 1)", "a > E'1'", "a is null", "a > '1'::integer", "a is not null"),
        *("a = any (array[1, 2])", "lower(a) = a", "t.a > 0", "a > -b", "a ~ 'x'", "length(a) > b", "true", "a"),
    ],
)
def test_anything_else_is_left_to_the_database(check: str) -> None:
    """No part of a check that is more than a column beside literals is taken for a condition."""
    assert conditions(canonical(check)) == ()


@pytest.mark.parametrize(
    ("spelled", "check"),
    [
        *(("integer", "n > 0.5"), ("real", "n < 1"), ("real", "n >= 0.1"), ("numeric", "n > '5'"), ("text", "n > 'a'")),
        *(("public.citext", "n = 'a'"), ("character(3)", "n = 'a'"), ("timestamp with time zone", "n > '2026-01-01'")),
        *(("date", "n > 'yesterday'"), ("date", "n > '2026-02-31'"), ("text[]", "n <> ''"), ("integer", "n <> ''")),
    ],
)
def test_what_python_would_judge_otherwise_is_left_to_the_database(schema: Schema, spelled: str, check: str) -> None:
    """A comparison whose outcome is the server's own changes nothing in the models."""
    schema.table("app", "things", {"n": spelled})
    without = schema.files()
    schema.check("app", "things", check)
    assert schema.files() == without


def test_lengths_and_digits_of_types_are_kept(schema: Schema, load: Load) -> None:
    """What a type's modifiers forbid is refused in inserts, and rows are taken as they are."""
    types = {
        "code": "character varying(3)",
        "bits": "bit(2)",
        "price": "numeric(4,2)",
        "tags": "character varying(2)[]",
    }
    schema.table("app", "things", {**types, "tiny": "numeric(2,5)", "round": "numeric(2,-3)"})
    module = load(schema.files(), "app")
    good: dict[str, Any] = {"code": "äöü", "bits": "10", "price": "99.99", "tags": ["ab", None], "tiny": "0.00099"}
    good["round"] = 99000
    assert module.ThingInsert(**good).price == Decimal("99.99")
    bad = {"code": "abcd", "bits": "1", "price": "1.234", "tags": ["abc"], "tiny": "0.001", "round": 1500}
    for name, value in bad.items():
        with pytest.raises(ValidationError):
            module.ThingInsert(**{**good, name: value})
    assert module.Thing(**bad).code == "abcd"


def test_a_check_that_is_not_enforced_refuses_nothing(schema: Schema) -> None:
    """The models hold no one to a check to which the server holds no one."""
    schema.table("app", "things", {"n": "integer"})
    without = schema.files()
    schema.check("app", "things", "n > 0")
    schema.objects[-1] = schema.objects[-1].model_copy(update={"enforced": False})
    assert schema.files() == without


def test_texts_of_another_collation_are_compared_by_the_database(schema: Schema) -> None:
    """Two texts may be equal there that are not the same; their length is what it is."""
    schema.table("app", "things", {"n": {"type": "text", "collation": '"und-x-icu"'}})
    without = schema.files()
    schema.check("app", "things", "n in ('a', 'b')")
    assert schema.files() == without
    schema.check("app", "things", "length(n) < 9")
    assert "max_length=8" in schema.files()["app.py"]


def test_a_row_names_its_table(schema: Schema, load: Load) -> None:
    """The class of rows tells the path of the table, its columns and its primary key, beside columns of such names."""
    schema.table("app", "things", {"id": "integer", "TABLE": "text", "class": "text"})
    schema.key("app", "things", "id", "class")
    row = load(schema.files(), "app").Thing
    assert (row.TABLE_, row.COLUMNS, row.PRIMARY_KEY) == (("app", "things"), ("id", "TABLE", "class"), ("id", "class"))
    assert row(id=1, TABLE="x", class_="y").TABLE == "x"
