"""Queries as text: whole or not, what they read, and what may change while their columns stay."""

from __future__ import annotations

import pytest

from fluxc.model.column import Column
from fluxc.model.query import BEGINS_ACTION, expands, kept_columns, problem, statements, stripped, terminated
from fluxc.model.sources import read_keys
from fluxc.model.state import State
from fluxc.model.table import Table
from fluxc.model.view import View

STATE = State(
    [
        Table(place=("app",), name="users"),
        Column(place=("app", "users"), name="id", type="bigint"),
        Column(place=("app", "users"), name="name", type="text"),
        Table(place=("core",), name="log"),
        *(View(place=("app",), name=name, query="select 1") for name in ("a", "b", "total", "year")),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("select id from users", {"app.users", "app.users.id"}),
        ("select * from users u", {"app.users", "app.users.id", "app.users.name"}),
        ("select u.* from users u", {"app.users", "app.users.id", "app.users.name"}),
        ("select count(*), 2 * 3 from users", {"app.users"}),
        ("select a, total from b", {"app.b"}),  # columns that are called like views
        ("select extract(year from b.at) from b", {"app.b"}),
        ("select 1 from b where x is distinct from a", {"app.b"}),
        ("select 1 from b order by a, total", {"app.b"}),
        ("with a as (select 1 as x) select x from a", set[str]()),
        ("with recursive a (x) as not materialized (select 1), total as (select 2) select x from a, total", set[str]()),
        ("select 1 from (b join a on true), total", {"app.a", "app.b", "app.total"}),
        ("select 1 from b left join a using (total, year)", {"app.a", "app.b"}),
        ("select 1 from core.log, lateral (select 1 from only a) x", {"core.log", "app.a"}),
        ("select 1 where exists (select from a) union all select 2 from b", {"app.a", "app.b"}),
        ("table a", {"app.a"}),
        ("insert into core.log (name) select name from users", {"core.log", "app.users", "app.users.name"}),
        ("update users set id = 1 from b where a = 1", {"app.users", "app.users.id", "app.b"}),
        ("delete from users using b where id = 1", {"app.users", "app.users.id", "app.b"}),
        ("select 'from a', $$ from b $$ /* from total */ -- from year", set[str]()),
        ("select 'it does not end", set[str]()),
    ],
)
def test_what_a_query_reads(text: str, found: set[str]) -> None:
    """Names count where a relation may stand, and not where they are columns, parts or strings."""
    assert {key.object for key in read_keys(text, "app", STATE)} == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("select * from a", True),
        ("select a.*, 1 from a", True),
        ("select distinct on (x) * from a", True),
        ("select count(*) from a", False),
        ("select (x) * (y) from a", False),
        ("select x from (select * from a) b", True),
    ],
)
def test_a_star_stands_for_columns_or_for_a_product(text: str, found: bool) -> None:
    """Only the first makes a view depend on every column."""
    assert expands(text) is found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("select a from t", "SELECT a /* more */ FROM t where b", "all"),
        ("select a from t", "select a, b from t", "more"),
        ("select a from t", "select a from t join s on true", "all"),
        ("select a from t", "select a + b from t", None),
        ("select a from t", "select b, a from t", None),
        ("select a, b from t", "select a from t", None),
        ("select a from t", "select a from s", None),
        ("select * from t", "select * from t where b", None),
        ("select a from t", "select a from t union select b from s", None),
        ("with t as (select 1 as a) select a from t", "with t as (select 'x' as a) select a from t", None),
        ("select a is distinct from b from t", "select a is distinct from b from t where a", "all"),
        ("values (1)", "values (2)", None),
    ],
)
def test_columns_that_surely_stay(old: str, new: str, found: str | None) -> None:
    """Where tokens cannot tell, a view is made anew."""
    assert kept_columns(old, new) == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("select 1", None),
        ("(select 1) union (select 2)", None),
        ("/* first */ with x as (select 1) table x", None),
        ("", "missing"),
        ("drop table users", "another kind"),
        ("select 1; select 2", "second statement"),
        ("select (1", "not closed"),
        ("select 1)", "closes nothing"),
        ("select (1]", "closes nothing"),
        ("select 'a", "does not end"),
        ("select $1", "no value"),
        ("select 1\n-- step 2: x", "marks a step"),
        ("select " + "(" * 500 + ")" * 500, "deeper"),
    ],
)
def test_what_is_no_query(text: str, message: str | None) -> None:
    """A text is one statement of its kind, or it is said why not."""
    found = problem(text)
    assert (found is None) if message is None else (found is not None and message in found.message)


def test_statements_are_parted_where_no_string_holds_the_mark() -> None:
    """And a comment at the end of one swallows nothing that follows."""
    assert statements("notify a; insert into t values (';') ;; ") == ("notify a", "insert into t values (';')")
    assert statements("it's broken; a") == ("it's broken; a",)
    assert problem("notify a", BEGINS_ACTION) is None
    assert stripped(" select 1 ;\n") == "select 1"
    assert terminated("select 1 -- one") == "select 1 -- one\n"
    assert terminated("select 1 -- one\nfrom t") == "select 1 -- one\nfrom t"
