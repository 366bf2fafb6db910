"""Expressions: their one spelling, whether they are one, and what they name."""

from __future__ import annotations

import psycopg
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fluxc.lexer import Kind, LexicalError, tokens
from fluxc.model.expression import canonical, identifiers, problem, qualified_casts, renamed
from fluxc.model.spelling import folded

READABLE = [
    "score >= 0",
    "upper(left(name, 1))",
    "a -> 'b' ->> 'c'",
    "x::text",
    "x::numeric(12, 2)[]",
    "status in ('a', 'b')",
    "-1",
    "a - -1",
    "a - - -1",
    "-(a + b)",
    "~flags & 4",
    "@ -5",
    "not (a and b)",
    "not a",
    "case when a then b else -c end",
    "array[1, 2]",
    "array[[1], [2]]",
    "a[1:2]",
    "a[-1:n + 1]",
    "a[:2]",
    "interval '1 day'",
    "count(*)",
    "t.a",
    "t.*",
    "(addr).street",
    "x between 1 and 2",
    "x between -1 and -2",
    "x not between symmetric 1 and 2",
    "extract(year from x)",
    "substring(a from 2 for 3)",
    "x is not distinct from y",
    "x is null or y is not null",
    "now() at time zone 'utc'",
    "created_at::timestamp(3) with time zone",
    "a like 'x%' escape '!'",
    "f(a => 1, b => 2)",
    "a = any(array['x'])",
    "exists (select 1 from t where t.a = b)",
    "sum(x) filter (where y) over (partition by z order by w desc)",
    "percentile_cont(0.5) within group (order by x)",
    "a operator(pg_catalog.+) b",
    "data #>> '{a,b}' = $$x$$",
    "name collate \"C\" < 'x'",
    '"Odd" + "user" + "a b" + "x$y"',
    "E'a\\n' || B'01' || X'1F' || U&'\\0061'",
    "'a'\n'b'",
    "1e10 + .5 + 1. + 0x1F",
    "(1, 'x') = (a, b)",
    "coalesce(a, '') || ' ' || b",
    "cast(x as numeric(12, 2))",
    "(select max(x) from t)",
    "left(a, -1)",
    "schema.f(x).y",
    "not exists (select 1)",
    "a ? 'k' and b ?| array['x']",
]


@pytest.mark.parametrize("text", READABLE)
def test_the_spelling_reads_well(text: str) -> None:
    """What a careful person writes is the canonical spelling, and loud, tight or loose writing leads to it."""
    found = folded(text)
    loud = " ".join(token.text.upper() if token.kind is Kind.WORD else token.text for token in found)

    assert canonical(text) == text
    assert canonical(f"\t {loud} ") == text


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("a+b", "a + b"),
        ("a=-1", "a = -1"),
        ("NOT(a)", "not (a)"),
        ("ARRAY [1]", "array[1]"),
        ("Status IN('A')", "status in ('A')"),
        ('"status" = "lower"(x)', "status = lower(x)"),
        ('"user" = user', '"user" = user'),
        ('"name" = name', '"name" = name'),
        ('"time" = "Time"', '"time" = "Time"'),
        ("É = é", '"É" = "é"'),
        ("a$b", '"a$b"'),
        ("e'x' || b'1' || u&\"A\"", "E'x' || B'1' || U&\"A\""),
        ("N'x'", "N'x'"),
        ("1 . . 2", "1 . . 2"),
        ("a : : b", "a: :b"),
        ("'a' -- x\n 'b'", "'a'\n'b'"),
    ],
)
def test_one_spelling(written: str, spelled: str) -> None:
    """Words fold as PostgreSQL folds them; quotes go where they do nothing, and stay on every keyword."""
    assert canonical(written) == spelled


def test_a_comment_has_no_spelling() -> None:
    """An expression with a comment is refused rather than changed."""
    with pytest.raises(LexicalError, match="comment"):
        canonical("a /* x */ + b")


PIECES = st.sampled_from(
    [
        *("a", "User", "é", "select", "and", "not", "in", "is", "case", "from", "as", "array", "cast", "extract"),
        *("1", ".5", "1.", "0x1F", "'x'", "E'\\''", "u&'x'", "B'1'", '"q"', '"Q r"', '"user"', '"é"', 'U&"x"'),
        *("$$ $$", "$t$;$t$", "$1", "+", "-", "*", "/", "~", "@", "@-", "=", "=>", "<>", "!", "::", ":=", ":", ".."),
        *(".", "(", ")", "[", "]", ",", ";", "e", "u", "b", "x", "n", "&", "uescape"),
    ]
)
TOKENS = st.lists(PIECES, max_size=14)


def _seen(text: str) -> list[tuple[Kind, str]]:
    return [(token.kind, token.text) for token in tokens(text)]


def _fold(text: str) -> list[tuple[Kind, str]]:
    return [(token.kind, token.text) for token in folded(text)]


@given(TOKENS, st.sampled_from([" ", "\t\n ", ""]))
def test_spelling_keeps_the_tokens(pieces: list[str], space: str) -> None:
    """To lex the canonical text gives the folded tokens of the text, and it is its own canonical text."""
    text = space.join(pieces)
    try:
        expected = _fold(text)
    except LexicalError:
        assume(False)
        return

    assert _seen(canonical(text)) == expected
    assert canonical(canonical(text)) == canonical(text)


@given(st.lists(st.tuples(PIECES, st.sampled_from([" ", "\t", " \f "])), max_size=14))
def test_layout_and_case_do_not_matter(pieces: list[tuple[str, str]]) -> None:
    """Two texts that differ by white space and the case of unquoted words have one spelling."""
    plain = " ".join(piece for piece, _ in pieces)
    other = "".join((piece.swapcase() if piece.isalpha() and piece.isascii() else piece) + gap for piece, gap in pieces)

    assert canonical(plain) == canonical(other)


@pytest.mark.parametrize("text", [*READABLE, "x::timestamp with time zone", "(((1)))", "f(a, b)[1]", "'a;,('"])
def test_an_expression_has_no_problem(text: str) -> None:
    """What PostgreSQL takes for an expression passes."""
    assert problem(text) is None


@pytest.mark.parametrize(
    ("text", "message", "offset"),
    [
        ("", "an SQL expression is missing", 0),
        (" \n", "an SQL expression is missing", 0),
        ("0) ; drop table x; --", "`)` closes nothing", 1),
        ("0; drop table x", "an expression cannot hold `;`", 1),
        ("(0; 1)", "an expression cannot hold `;`", 2),
        ("a, b", "`,` starts a second expression", 1),
        ("(a", "`(` is not closed", 0),
        ("f([a)", "`)` closes nothing", 4),
        ("a]", "`]` closes nothing", 1),
        ("[coalesce(a", "`(` is not closed", 9),
        ("text = 'red", "a string does not end", 7),
        ('a = "b', "a quoted identifier does not end", 4),
        ("a /* b", "a comment does not end", 2),
        ("a -- b", "an expression cannot hold a comment", 2),
        ("--", "an expression cannot hold a comment", 0),
        ("a = $1", "there is no value for $1 here", 4),
        ("{a}", "{ has no meaning in SQL", 0),
        ("0 references other", "`references` does not belong to an expression", 2),
        ("0 CHECK (true)", "`CHECK` does not belong to an expression", 2),
        ("select 1", "`select` does not belong to an expression", 0),
        ("(" * 300 + ")" * 300, "brackets nest deeper than 200", 200),
    ],
)
def test_what_is_not_one_expression_is_refused(text: str, message: str, offset: int) -> None:
    """Nothing gets out of the brackets it is put in: the first token that would is named, with its place."""
    found = problem(text)

    assert found is not None
    assert (found.message, found.offset) == (message, offset)


@pytest.mark.parametrize("text", ["(a", "a)", "'a", '"a', "a[1", "$$a"])
def test_a_value_that_was_cut_gets_the_cure(text: str) -> None:
    """Unbalanced quotes and brackets mostly come from YAML's own marks, and the help says so."""
    found = problem(text)

    assert found is not None
    assert found.help == "quote the whole value in YAML: a `#` or `,` may have cut it"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("score >= 0", {"score"}),
        ('Lower(Email) || "Odd one"', {"email", "Odd one"}),
        ("user = name and \"user\" = 'x'", {"name", "user"}),
        ("extract(year from d) = year", {"d", "year"}),
        ("extract(month from d)", {"d"}),
        ("d at time zone tz", {"d", "tz"}),
        ("d::date > date '2020-01-01'", {"d"}),
        ("date::date > date '2020-01-01'", {"date"}),
        ("cast(a as geometry(point, 4326))", {"a"}),
        ("x::double precision[] = y::timestamp(3) with time zone", {"x", "y"}),
        ("x is json object and y is not null and not z", {"x", "y", "z"}),
        ("f(a => b)", {"b"}),
        ("app.f(x)", {"x"}),
        ("(addr).street", {"addr"}),
        ("substring(name from n for m)", {"name", "n", "m"}),
        ("a is distinct from b", {"a", "b"}),
        ("a like b escape c", {"a", "b", "c"}),
        ("trim(both x from y)", {"x", "y"}),
        ("case a when b then c else d end", {"a", "b", "c", "d"}),
        ("count(*) filter (where k) over (partition by p order by o rows unbounded preceding)", {"k", "p", "o"}),
        ("exists (select 1 from team where id = team_id)", {"id", "team_id"}),
        ("a[i:j] + -b", {"a", "i", "j", "b"}),
        ("a collate \"C\" < 'a'", {"a"}),
        ("current_date + interval '1' day", set[str]()),
        ("null", set[str]()),
        ("t.a = s.u.b", {"t", "s"}),
    ],
)
def test_identifiers(text: str, names: set[str]) -> None:
    """The names are those that stand where a column may; functions, types and words of the grammar do not."""
    assert identifiers(text) == names


def test_identifiers_of_a_table() -> None:
    """With a table, what it qualifies is its column, and what other tables qualify is not."""
    assert identifiers("t.a = b and s.t.c = other.d and t.e > 0", "t") == {"a", "b", "c", "e"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name = 1", '"Full name" = 1'),
        ('"name"=T.NAME', '"Full name" = t."Full name"'),
        ("app.t.name", 'app.t."Full name"'),
        ("other.name", "other.name"),
        ("name.x", "name.x"),
        ("name(name)", 'name("Full name")'),
        ("x::name", "x::name"),
        ("name '1'", "name '1'"),
        ("f(name => 1)", "f(name => 1)"),
        ("'name' || name", "'name' || \"Full name\""),
        ("'x'\n'y' || name", "'x'\n'y' || \"Full name\""),
        ("exists (select 1 from name where name = 1)", 'exists (select 1 from name where "Full name" = 1)'),
        ("A + B", "a + b"),
    ],
)
def test_renamed(text: str, expected: str) -> None:
    """A rename reaches the column, also behind its table, and nothing else of that name."""
    assert renamed(text, "name", "Full name", "t") == expected


def test_renamed_without_table_leaves_qualified_names() -> None:
    """Without a table nobody knows whose column a qualified name is."""
    assert renamed("a = t.a", "a", "b") == "b = t.a"


@pytest.mark.parametrize(("new", "expected"), [("user", '"user" = 1'), ("value", "value = 1"), ("Ä", '"Ä" = 1')])
def test_renamed_quotes_as_postgresql_does(new: str, expected: str) -> None:
    """The new name is quoted where it must be, and spelled as a person would write it."""
    assert renamed("a = 1", "a", new) == expected
    assert canonical(expected) == expected


def _types(path: tuple[str, ...]) -> str | None:
    if path == ("other", "status"):
        return "another.status"
    known = {"status": "app.status", "Status": 'app."Status"', "double": "app.wrong", "time": "app.wrong"}
    return known.get(path[0]) if len(path) == 1 else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("status::Status = 'a'", "status::app.status = 'a'"),
        ('x::"Status"[]', 'x::app."Status"[]'),
        ("cast(status as status)", "cast(status as app.status)"),
        ("cast(status(a) as status[])", "cast(status(a) as app.status[])"),
        ("status 'a' < any(array[status 'b'])", "app.status 'a' < any(array[app.status 'b'])"),
        ("x::other.status", "x::another.status"),
        ("x::text::status::int", "x::text::app.status::int"),
        ("x::double precision + y::time", "x::double precision + y::time"),
        ("status(x) + status + t.status", "status(x) + status + t.status"),
        ("(select a as status)", "(select a as status)"),
        ("x at time zone 'a' = 'status'", "x at time zone 'a' = 'status'"),
    ],
)
def test_qualified_casts(text: str, expected: str) -> None:
    """Types are qualified in each of the places where a type stands, and only there."""
    assert qualified_casts(text, _types) == expected


def test_the_server_reads_the_spelling_as_it_reads_the_text(database: str) -> None:
    """PostgreSQL understands the canonical text as it understands what was written."""
    written = [
        "N+1>-1 AND(A LIKE'x%')",
        'CASE WHEN n>1 THEN a ELSE"b" END',
        "a||E'\\t'||b COLLATE\"C\"",
        "j->'x'->>'y'",
        "(J#>>'{a,b}')::NUMERIC(12,2)",
        "arr[1:2]||ARRAY[1,2]",
        "EXTRACT(YEAR FROM ts)",
        "ts AT TIME ZONE'utc'",
        '"Odd"IS DISTINCT FROM"user"',
        '"time"::TIMESTAMP(3)WITH TIME ZONE',
        "- -n- -1",
        "@ -n",
        "n BETWEEN SYMMETRIC -1 AND+2",
        "sum(n)FILTER(WHERE n>0)OVER(PARTITION BY a ORDER BY b ROWS UNBOUNDED PRECEDING)",
        "EXISTS(SELECT 1 FROM t AS x WHERE x.n=t.n)",
        "n IN(1,2)OR NOT(n=ANY(arr))",
        "n OPERATOR(pg_catalog.+)1",
        "(comp).street",
        "substring(a FROM 2 FOR 3)",
        "INTERVAL'1'DAY+make_interval(days=>n)",
    ]
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("create type addr as (street text)")
        connection.execute(
            'create table t (a text, b text, n int, ts timestamp, "time" text, j jsonb, arr int[], comp addr,'
            ' "Odd" text, "user" text)'
        )
        for text in written:
            assert _read(connection, text) == _read(connection, canonical(text))


def _read(connection: psycopg.Connection, expression: str) -> str:
    with connection.transaction(force_rollback=True):
        connection.execute(f"create view v as select {expression} as c from t".encode())
        row = connection.execute("select pg_get_viewdef('v')").fetchone()
    assert row is not None
    return str(row[0])
