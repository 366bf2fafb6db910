"""Declared rows are checked when the schema is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxc.model.load import load
from fluxc.source import yaml
from fluxc.source.tree import DomainSource, Tree

if TYPE_CHECKING:
    from fluxc.diagnostics import Diagnostic
    from fluxc.model.compiled import Compiled

HEAD = """
enums: {mood: [sad, ok]}
tables:
  roles:
    columns: {id: bigint primary key identity, code: varchar(5) unique, name: "text?"}
  teams:
    columns: {a: integer, b: integer, x: text unique, y: text unique}
    primary_key: [a, b]
"""


def read(table: str) -> tuple[Compiled, tuple[Diagnostic, ...]]:
    """Return what a domain with one more table, `t`, means and what is wrong with it."""
    document = yaml.read("schema/app.yaml", f"{HEAD}  t:\n{table}")
    return load(Tree((DomainSource("app", (document,)),), (), ()))


def problem(columns: str, *rows: str, rest: str = "") -> str:
    """Return the one thing that is wrong with rows of a table, with what is marked in the file."""
    seed = f"{{{rest} rows: [{', '.join(rows)}]}}"
    _, found = read(f"    columns: {{{columns}}}\n    seed: {seed}\n")
    assert len(found) == 1, [item.message for item in found]
    span = found[0].span
    assert span is not None
    marked = span.excerpt[span.column - 1 : span.column - 1 + span.length]
    return f"{found[0].code}: {found[0].message} @ {marked}"


ID = "id: integer primary key"


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("integer", "x", "a whole number is expected here, not the text `x`"),
        ("integer", "1.5", "a whole number is expected here, not the value `1.5`"),
        ("integer", "true", "a whole number is expected here, not the value `true`"),
        ("integer", "{a: 1}", "a single value is expected here, not a mapping"),
        ("integer", "[1]", "a single value is expected here, not a list"),
        ("smallint", "32768", "`32768` does not fit into smallint"),
        ("bigint", "-9223372036854775809", "`-9223372036854775809` does not fit into bigint"),
        ("'numeric(4, 2)'", "100", "`100` has more digits before the point than numeric(4,2) holds"),
        ("numeric", "abc", "a number is expected here, not the text `abc`"),
        ("double precision", "true", "a number is expected here, not the value `true`"),
        ("boolean", "yes", "true or false is expected here, not the text `yes`"),
        ("text", "12", "text is expected here, not the value `12`"),
        ("varchar(2)", "abc", "`abc` has 3 characters, character varying(2) holds 2"),
        ("char(2)", "abc", "`abc` has 3 characters, character(2) holds 2"),
        ("mood", "happy", "`happy` is no value of the enum mood"),
        ("mood", "1", "a value of the enum mood is expected here, not the value `1`"),
        ("date", "2026", "a value of type date is expected here, not the value `2026`"),
        ("uuid", "abc", "a uuid is expected here, not the text `abc`"),
        ("inet", "true", "a value of type inet is expected here, not the value `true`"),
        ("'text[]'", "a", "a list is expected here, not the text `a`"),
        ("'integer[]'", "[1, [x]]", "a whole number is expected here, not the text `x`"),
        ("jsonb", "{a: .inf}", "JSON has no infinity and no NaN"),
    ],
)
def test_a_value_of_another_kind(column: str, value: str, message: str) -> None:
    """What the column cannot hold is told at the value."""
    told = problem(f"{ID}, a: {column}", f"{{id: 1, a: {value}}}")
    assert told == f"bad-seed-value: a: {message} @ {value}"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("null", "bad-seed-value: column a takes no null @ null"),
        ("{sql: 1}", "bad-seed-value: `sql` takes an SQL expression as text @ 1"),
        ("{sql: 'now('}", "bad-expression: `(` is not closed: now( @ 'now('"),
        ("{sql: 'a; b'}", "bad-expression: an expression cannot hold `;`: a; b @ 'a; b'"),
        ("{of: 1}", "bad-seed-value: column a refers to no table, so there is no row to be found by `of` @ 1"),
        ("{of: 1, sql: a}", "bad-seed-value: a: a single value is expected here, not a mapping @ {of: 1, sql: a}"),
    ],
)
def test_other_forms_of_a_value(value: str, message: str) -> None:
    """Null, expressions and references are checked as well."""
    assert problem(f"{ID}, a: integer", f"{{id: 1, a: {value}}}") == message


@pytest.mark.parametrize(
    ("target", "value", "message"),
    [
        ("roles", "toolong", "code: `toolong` has 7 characters, character varying(5) holds 5 @ toolong"),
        ("roles", "{name: x}", "`of` does not name unique columns of app.roles @ {name: x}"),
        ("roles", "{cod: x}", "`of` does not name unique columns of app.roles @ {cod: x}"),
        ("roles", "{code: null}", "no row can be found by null @ {code: null}"),
        ("teams(x)", "abc", "`of` does not name unique columns of app.teams @ abc"),
        ("teams(x)", "{a: 1}", "`of` does not name unique columns of app.teams @ {a: 1}"),
    ],
)
def test_a_reference_that_names_no_row(target: str, value: str, message: str) -> None:
    """`of` takes unique columns of the target, or the value of its one natural key."""
    assert problem(f"{ID}, a: -> {target}", f"{{id: 1, a: {{of: {value}}}}}") == f"bad-seed-value: {message}"


@pytest.mark.parametrize(
    ("columns", "rows", "rest", "message"),
    [
        (ID, ["{ix: 1}"], "", "unknown-column: table app.t has no column `ix` @ ix"),
        (ID, ["[1]"], "", "bad-seed: a row that is a list needs the names of its columns @ [1]"),
        (ID, ["[1, 2]"], "columns: [id],", "bad-seed: values of this row: 2, columns: 1 @ [1, 2]"),
        (ID, ["[1, 2]"], "columns: [id, id],", "bad-seed: column id stands here twice @ id"),
        (ID, ["[1]"], "columns: [ix],", "unknown-column: table app.t has no column `ix` @ ix"),
        (ID, ["1"], "", "bad-value: a list or a mapping is expected here, not `1` @ 1"),
        (
            f"{ID}, a: text",
            ["{id: 1}"],
            "",
            "incomplete-row: this row lacks a, which takes no null and has no default @ {id: 1}",
        ),
        (ID, ["{id: 1}", "{id: 1}"], "", "row-twice: a row with the same (id) stands in line 11 @ {id: 1}"),
        (
            "id: bigint primary key identity",
            ["{id: 1}"],
            "",
            "bad-seed-value: column id is numbered by the server and takes no value @ id",
        ),
        (
            f"{ID}, a: {{type: integer, generated: id}}",
            ["{id: 1, a: 2}"],
            "",
            "bad-seed-value: column a is computed by the server and takes no value @ a",
        ),
        (
            "a: text",
            ["{a: x}"],
            "",
            "bad-seed-key: no unique columns are given by every row, so rows cannot be told apart @ seed",
        ),
        (
            "a: text unique, b: text unique",
            ["{a: x, b: y}"],
            "",
            "bad-seed-key: rows could be told apart by (a) or (b) @ seed",
        ),
        (
            "a: text unique, b: text",
            ["{a: x, b: y}"],
            "key: b,",
            "bad-seed-key: (b) is neither a primary key nor unique @ b",
        ),
        (
            "a: 'text?', b: text unique",
            ["{b: y}"],
            "key: [b, a],",
            "bad-seed-key: (b, a) is neither a primary key nor unique @ [b, a]",
        ),
        (
            "a: 'text? unique', b: 'text?'",
            ["{a: null}"],
            "",
            "bad-seed-key: this row gives no value for its key (a) @ {a: null}",
        ),
        (ID, ["{id: 1}"], "mode: replace,", "bad-value: input should be 'insert', 'upsert' or 'exact' @ replace"),
        (ID, ["{id: 1}"], "kye: id,", "unknown-key: unknown key `kye` @ kye"),
    ],
)
def test_a_seed_of_another_form(columns: str, rows: list[str], rest: str, message: str) -> None:
    """Rows, keys and modes that cannot be meant are told where they stand."""
    assert problem(columns, *rows, rest=rest) == message


@pytest.mark.parametrize(
    ("columns", "rest", "key"),
    [
        ("id: integer primary key, a: text unique", "", ("id",)),
        ("id: bigint primary key identity, a: text unique", "", ("a",)),
        ("id: integer primary key, a: text unique", "key: a,", ("a",)),
    ],
)
def test_the_key_is_the_primary_key_unless_the_server_numbers_it(columns: str, rest: str, key: tuple[str, ...]) -> None:
    """Without a word the primary key counts, else the one set of unique columns."""
    row = "{a: x}" if "identity" in columns else "{id: 1, a: x}"
    compiled, found = read(f"    columns: {{{columns}}}\n    seed: {{{rest} rows: [{row}]}}\n")
    assert not found
    assert [seed.key for seed in compiled.seeds] == [key]


def test_many_errors_end_somewhere() -> None:
    """A seed of which everything is wrong says so twenty times, and then that it goes on."""
    rows = ", ".join("{id: x}" for _ in range(500))
    _, found = read(f"    columns: {{{ID}}}\n    seed: [{rows}]\n")
    assert ["was not read" in item.message for item in found] == [False] * 20 + [True]


def test_equal_rows_are_of_one_shape() -> None:
    """Rows that say their columns alike share what a statement is made of."""
    rows = ", ".join(f"{{id: {number}, a: {{sql: now()}}}}" for number in range(3))
    compiled, _ = read(f"    columns: {{{ID}, a: timestamptz}}\n    seed: [{rows}]\n")
    (seed,) = compiled.seeds
    assert len({id(row.shape) for row in seed.rows}) == 1
