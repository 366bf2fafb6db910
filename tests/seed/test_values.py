"""Values and names of every kind come through as they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from fluxc.diagnostics import OutsideError

if TYPE_CHECKING:
    from tests.seed.conftest import Garden

HOSTILE = ['we"ird; --', "it's", "%s %% %(x)s", "$1", "\\", "'; drop table app.t; --", "{a,b}", "null", "a\nb", "ü€😀"]


def test_hostile_values_are_values(garden: Garden) -> None:
    """Nothing in a text reaches SQL as anything but that text."""
    rows = "".join(f"      - {{id: {number}, a: {yaml(text)}}}\n" for number, text in enumerate(HOSTILE))
    garden.grow(f"tables:\n  t:\n    columns: {{id: integer primary key, a: text, b: 'text[]?'}}\n    seed:\n{rows}")
    garden.seed()
    assert garden.ask("select a from app.t order by id") == HOSTILE
    garden.write(
        f"tables:\n  t:\n    columns: {{id: integer primary key, a: text, b: 'text[]?'}}\n    seed:\n"
        f"      - {{id: 99, a: x, b: [{', '.join(map(yaml, HOSTILE))}, null, '']}}\n"
    )
    garden.seed()
    assert garden.ask("select b from app.t where id = 99") == [[*HOSTILE, None, ""]]


def test_hostile_names_are_names(garden: Garden) -> None:
    """Tables, columns, keys and enums may be called anything."""
    name = 'we"ird; --%s $1 {x}'
    garden.grow(f"""
enums:
  {yaml("e" + name)}: [{yaml(name)}, other]
tables:
  {yaml(name)}:
    columns:
      {yaml(name)}: {{type: {yaml(quoted("e" + name))}, unique: true}}
      id: bigint primary key identity
      {yaml("row")}: integer = 1
    seed: {{mode: exact, rows: [{{{yaml(name)}: {yaml(name)}, row: {{sql: "10 % 4"}}}}]}}
  child:
    columns: {{up: {yaml("-> " + quoted(name))}}}
    primary_key: up
    seed: [{{up: {{of: {{{yaml(name)}: {yaml(name)}}}}}}}]
""")
    assert garden.counts() == {name: (1, 0, 0), "child": (1, 0, 0)}
    assert garden.ask(f'select "row" from app.{quoted(name)}') == [2]
    assert garden.counts() == {name: (0, 0, 0), "child": (0, 0, 0)}


def test_every_kind_of_value(garden: Garden) -> None:
    """YAML's values become those of the column's type."""
    garden.grow("""
enums: {mood: [sad, "o'k"]}
tables:
  t:
    columns:
      id: integer primary key
      big: bigint
      num: numeric(30, 10)
      real: double precision
      flag: boolean
      day: date
      at: timestamptz
      raw: bytea
      uid: uuid
      js: jsonb
      said: json
      text: varchar(5)
      fixed: char(3)
      moods: mood[]
      grid: integer[]
      docs: jsonb[]
      none: text?
      made: text
    seed:
      - id: 1
        big: -9223372036854775808
        num: 12345678901234567890.0123456789
        real: -.inf
        flag: true
        day: 2026-01-31
        at: 2026-01-31 12:00:00+01
        raw: '\\x00ff'
        uid: A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11
        said: {sql: now()}
        js: {of: [1, null, {a: true}]}
        text: "abcde  "
        fixed: a
        moods: [sad, "o'k", null]
        grid: [[1, 2], [3, 4]]
        docs: [{sql: now()}, "x"]
        none: null
        made: {sql: "upper('x' || current_date - current_date)"}
""")
    garden.seed()
    expected = (
        '(1,-9223372036854775808,12345678901234567890.0123456789,-Infinity,t,2026-01-31,"2026-01-31 11:00:00+00",'
    )
    with psycopg.connect(garden.url) as connection:
        connection.execute("set timezone = 'UTC'")
        row = connection.execute(
            "select t::text, js, said, moods::text, grid, docs::text, made, none from app.t t"
        ).fetchone()
    assert row is not None
    assert row[0].startswith(expected)
    assert row[1:] == (
        {"of": [1, None, {"a": True}]},
        {"sql": "now()"},
        "{sad,o'k,NULL}",
        [[1, 2], [3, 4]],
        '{"{\\"sql\\": \\"now()\\"}","\\"x\\""}',
        "X0",
        None,
    )


def test_types_without_an_equality_are_kept_in_step(garden: Garden) -> None:
    """What PostgreSQL cannot compare by `=` is compared by what is stored."""
    garden.grow("""
tables:
  t:
    columns:
      id: integer primary key
      p: point
      x: jsonpath
      b: box
      d: daterange
      m: money
      i: interval day to second(3)
      bits: bit(3)
      words: tsvector
      half: {type: integer, generated: id / 2}
    seed:
      mode: upsert
      columns: [id, p, x, b, d, m, i, bits, words]
      rows:
        - [4, "(1,2)", $.a, "(1,1),(0,0)", "[2026-01-01,2026-02-01)", 12.5, 1 day, "101", a b]
""")
    assert garden.counts() == {"t": (1, 0, 0)}
    assert garden.counts() == {"t": (0, 0, 0)}
    garden.ask("update app.t set p = '(1,3)'")
    assert garden.counts() == {"t": (0, 1, 0)}
    assert garden.ask("select p::text, half from app.t") == [("(1,2)", 2)]


def test_a_value_that_only_the_server_can_judge(garden: Garden) -> None:
    """It is found among a thousand rows and shown in its file; nothing is written."""
    days = "".join(f"      - {{id: {number}, day: 2026-01-31}}\n" for number in range(700))
    garden.grow(
        "tables:\n  t:\n    columns: {id: integer primary key, day: date}\n    seed:\n"
        f"{days}      - {{id: 700, day: tomorrow evening}}\n{days.replace('id: ', 'id: 5000')}"
    )
    with pytest.raises(OutsideError) as found:
        garden.seed()
    diagnostic = found.value.diagnostic
    assert (diagnostic.code, diagnostic.span.line if diagnostic.span else 0) == ("seed-failed", 705)
    assert "tomorrow evening" in diagnostic.message
    assert garden.ask("select count(*) from app.t") == [0]


def test_keys_that_are_equal_to_the_server_alone(garden: Garden) -> None:
    """Two spellings of one number are one row declared twice."""
    garden.grow("tables:\n  t:\n    columns: {n: numeric primary key}\n    seed: [{n: 1.0}, {n: 1}]\n")
    with pytest.raises(Exception, match="another row of this seed has the same") as found:
        garden.seed()
    assert getattr(found.value, "diagnostics")[0].code == "row-twice"  # noqa: B009


def yaml(text: str) -> str:
    """Return a text as YAML in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def quoted(name: str) -> str:
    """Return a name as SQL quotes it."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
