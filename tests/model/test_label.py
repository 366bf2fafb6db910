"""The labels that PostgreSQL gives expressions."""

from __future__ import annotations

import psycopg
import pytest

from fluxc.model.label import label

LABELS = [
    *[("lower(a)", "lower"), ("pg_catalog.lower(a)", "lower"), ("((lower(a)))", "lower"), ("upper(lower(a))", "upper")],
    *[("a", "a"), ('"Odd"', "Odd"), ("t.a", "a"), ("public.t.a", "a"), ("arr[1]", "arr"), ("arr[1:2]", "arr")],
    *[("a || b", None), ("-n", None), ("- 1", None), ("1", None), ("null", None), ("true", None), ("not flag", None)],
    *[("a is null", None), ("a like 'x'", None), ("a in ('x')", None), ("n between 1 and 2", None)],
    *[("a::text", "a"), ("(a || b)::text", "text"), ("'x'::text", "text"), ("(a || b)::text::varchar", "varchar")],
    *[("-n::int", None), ("(-n)::int", "int4"), ("n::numeric::text", "n"), ("md5(a)::uuid", "md5")],
    *[("cast(a || b as character varying(9))", "varchar"), ("cast(lower(a) as text)", "lower")],
    *[("(n + 1)::double precision", "float8"), ("(n + 1)::float(10)", "float4"), ("(n + 1)::float", "float8")],
    *[("(n + 1)::decimal(3, 2)", "numeric"), ("(n + 1)::bigint", "int8"), ("(n + 1)::smallint", "int2")],
    *[("(n + 1)::real", "float4"), ("(n > 1)::boolean", "bool"), ("(a || b)::char(3)", "bpchar")],
    *[('(a || b)::"char"', "char"), ("'1'::bit varying", "varbit"), ("(ts + '1 h')::time", "time")],
    *[("(ts + '1 h')::timestamp(3) with time zone", "timestamptz"), ("(a || b)::public.addr", "addr")],
    *[("date '2020-01-01'", "date"), ("interval '1 day'", "interval"), ("double precision '1'", "float8")],
    *[("timestamp with time zone '2020-01-01'", "timestamptz"), ("N'x'", "bpchar"), ("B'1'", None)],
    *[('lower(a) collate "C"', "lower"), ('(a || b) collate "C"', None), ('a collate "C"::text', "a")],
    *[("case when n > 1 then a else b end", "b"), ("case when n > 1 then a end", "case")],
    *[("case when n > 1 then a else case when n > 2 then b else 'x' end end", "case")],
    *[("case when n > 1 then '1' else lower(a) end", "lower"), ("(case when n > 1 then 1 else 2 end)::text", "text")],
    *[("coalesce(a, b)", "coalesce"), ("nullif(a, b)", "nullif"), ("greatest(a, b)", "greatest")],
    *[("array[a, b]", "array"), ("row(a, b)", "row"), ("(a, b)", "row"), ("exists (select 1)", "exists")],
    *[("(comp).street", "street"), ("(string_to_array(a, ','))[1]", "string_to_array")],
    *[("ts at time zone 'utc'", "timezone"), ("ts at time zone 'utc' + interval '1 day'", None)],
    *[("extract(year from ts)", "extract"), ("substring(a from 1 for 2)", "substring"), ("trim(a)", "btrim")],
    *[("trim(leading 'x' from a)", "ltrim"), ("trim(trailing from a)", "rtrim"), ("trim(both from a)", "btrim")],
    *[("position('x' in a)", "position"), ("overlay(a placing b from 1)", "overlay"), ("current_date", "current_date")],
    *[("j ->> 'x'", None), ("(j ->> 'x')::int", "int4"), ("collation for (a)", "pg_collation_for")],
    *[
        ("count(*) filter (where flag)", "count"),
        ("case when n > 1 then (case when flag then 'x' end) else a end", "a"),
    ],
]


@pytest.mark.parametrize(("expression", "expected"), LABELS)
def test_label(expression: str, expected: str | None) -> None:
    """Columns, fields and functions name an expression; casts and cases only what has no name; operators none."""
    assert label(expression) == expected


def test_the_server_says_the_same(database: str) -> None:
    """For each of these the server names the column of a query as `label` does."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("create type addr as (street text)")
        connection.execute(
            'create table t (a text, b text, n int, ts timestamp, j jsonb, arr int[], flag bool, comp addr, "Odd" text)'
        )
        found = {expression: _column(connection, expression) for expression, _ in LABELS}

    assert found == {expression: expected or "?column?" for expression, expected in LABELS}


def _column(connection: psycopg.Connection, expression: str) -> str:
    description = connection.execute(f"select {expression} from t limit 0".encode()).description
    assert description is not None
    return description[0].name


@pytest.mark.parametrize(
    "text", ["(" * 1000 + "a" + ")" * 1000, "a || 'x'" + "::text" * 20_000, ")(", "case", "cast(", ""]
)
def test_label_of_anything_ends(text: str) -> None:
    """Broken, deep and long texts give a label or none, not an error."""
    assert label(text) in {"a", "text", "case", None}
