"""Identifiers, their quoting and limits, and the names that PostgreSQL derives."""

from __future__ import annotations

import psycopg
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fluxc.model.keywords import COLUMN_ONLY, KEYWORDS, RESERVED, UNRESERVED
from fluxc.model.names import (
    check_name,
    column_part,
    derived,
    exclusion_name,
    fold,
    foreign_key_name,
    index_column_part,
    index_name,
    name_problem,
    not_null_name,
    primary_key_name,
    qualified,
    quote,
    sequence_name,
    split_name,
    unique_name,
    unquote,
    verbatim,
)

ODD = [
    "a b",
    'a"b',
    '"',
    "A",
    "aB",
    "1a",
    "_1",
    "a$b",
    "é",
    "数",
    "a.b",
    "'",
    "a\\b",
    "a\tb",
    'a\r\n"\\',
    "\x85\u2028",
    "😀",
    " ",
    "-",
    "x" * 63,
    "é" * 31,
]
NAMES = st.text("aabcA_ \"'$.é数😀\t\n\\+0", min_size=1, max_size=40).filter(lambda name: name_problem(name) is None)


@given(NAMES)
@example("user")
@example("naïve")
def test_unquote_undoes_quote(name: str) -> None:
    """Every name comes back from its quoted spelling, alone and as part of a qualified name."""
    assert unquote(quote(name)) == name
    assert split_name(qualified(name, "t", name)) == (name, "t", name)


def test_a_name_stays_on_its_line() -> None:
    """Line breaks and other control characters are written as escapes, which are read in each of their forms."""
    assert quote('a\n"\\b') == r'U&"a\000a""\\b"'
    assert unquote(r'u&"\0061\+000062\\c"') == r"ab\c"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Users", ("users",)),
        (' App . "Odd ""one""" ', ("app", 'Odd "one"')),
        ("ÄRGER", ("Ärger",)),
        ("a.b.c$1", ("a", "b", "c$1")),
    ],
)
def test_split_name_folds_unquoted_parts(text: str, parts: tuple[str, ...]) -> None:
    """Unquoted parts are folded, A to Z only; quoted parts are taken as they are."""
    assert split_name(text) == parts


@pytest.mark.parametrize("text", ["", " ", "a.", ".a", "a b", '"a', '""', "1a", "a..b", "a;b", '"a"b', "a-b", '"a\0"'])
def test_what_is_no_name_is_refused(text: str) -> None:
    """Anything that is not one name, dots between its parts, is an error."""
    with pytest.raises(ValueError, match="is not a name"):
        split_name(text)


def test_unquote_wants_one_part() -> None:
    """A qualified name is not one name."""
    with pytest.raises(ValueError, match="qualified"):
        unquote("a.b")


def test_fold_changes_ascii_only() -> None:
    """PostgreSQL leaves letters beyond ASCII as they are, whatever Python's lower() says."""
    assert [fold(word) for word in ("ABC_Z9", "ÀB", "İ")] == ["abc_z9", "Àb", "İ"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", "a name cannot be empty"),
        ("x" * 64, "the name takes 64 bytes, PostgreSQL keeps 63"),
        ("é" * 32, "the name takes 64 bytes, PostgreSQL keeps 63"),
        ("a\0b", "a name cannot hold the character U+0000"),
        ("a\ud800b", "a name cannot hold the character U+D800"),
        ("a\tb\n\x01\x7f\x85\u2028", None),
    ],
)
def test_names_that_cannot_be(name: str, problem: str | None) -> None:
    """A name is not empty, fits 63 bytes, and holds what the server stores."""
    assert name_problem(name) == problem


@pytest.mark.parametrize("name", ODD)
def test_odd_names_are_legal(name: str) -> None:
    """Whatever quoting can carry is a name."""
    assert name_problem(name) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (primary_key_name("users"), "users_pkey"),
        (unique_name("users", ["code"]), "users_code_key"),
        (index_name("users", ["lower"]), "users_lower_idx"),
        (index_name("users", [None, "a", None]), "users_expr_a_expr1_idx"),
        (foreign_key_name("user_roles", ["role_id", "b"]), "user_roles_role_id_b_fkey"),
        (check_name("users", ["score", "score"]), "users_score_check"),
        (check_name("users", ["a", "b"]), "users_check"),
        (check_name("users", []), "users_check"),
        (sequence_name("users", "id"), "users_id_seq"),
        (not_null_name("users", "id"), "users_id_not_null"),
        (exclusion_name("stays", ["room", "during"]), "stays_room_during_excl"),
        (derived("t" * 40, "c" * 40, "idx"), f"{'t' * 29}_{'c' * 29}_idx"),
        (derived("t" * 10, "c" * 60, "idx"), f"{'t' * 10}_{'c' * 48}_idx"),
        (derived("é" * 31, None, "pkey"), f"{'é' * 29}_pkey"),
        (column_part(["a" * 40, "b" * 40, "c"]), f"{'a' * 40}_{'b' * 40}"),
        (index_column_part(["a" * 63, "a" * 63]), f"{'a' * 63}_{'a' * 62}1"),
    ],
)
def test_derived_names(name: str, expected: str) -> None:
    """The names are those that PostgreSQL chooses, cut to fit as it cuts them."""
    assert name == expected


def test_keywords_and_quotes_agree_with_the_server(database: str) -> None:
    """`quote` is the server's `quote_ident` for every keyword and for odd names; the lists hold every keyword."""
    with psycopg.connect(database, autocommit=True) as connection:
        found = connection.execute("select word, catcode::text, quote_ident(word) from pg_get_keywords()").fetchall()
        odd = connection.execute("select quote_ident(name) from unnest(%s::text[]) as name", [ODD]).fetchall()
        newest = connection.info.server_version >= 180000

    assert {word: quote(word) for word, _, _ in found} == {word: quoted for word, _, quoted in found}
    lines = [verbatim(name) if quote(name).startswith("U&") else quote(name) for name in ODD]
    assert lines == [quoted for (quoted,) in odd]
    lists = {"R": RESERVED, "T": RESERVED, "C": COLUMN_ONLY, "U": UNRESERVED}
    assert [word for word, category, _ in found if word not in lists[category]] == []
    assert not newest or KEYWORDS - {word for word, _, _ in found} == {"recheck"}


def test_derived_names_agree_with_the_server(database: str) -> None:
    """Every derived name is the one that the server chooses, for long, odd and multi-byte names too."""
    with psycopg.connect(database) as connection:

        @settings(max_examples=40, deadline=None)
        @given(NAMES, st.lists(NAMES, min_size=1, max_size=3, unique=True))
        @example("t" * 63, ["c" * 63])
        @example("é" * 31, ["数" * 21, "x" * 63, "😀" * 15])
        @example("a" + "é" * 31, ["b" + "é" * 31])
        @example("t", ["a" * 62, "b", "c"])
        @example("t", ["a" * 31, "é" * 31])
        def agree(table: str, columns: list[str]) -> None:
            assert _names_on(connection, table, columns) == _expected(table, columns)

        agree()


def _expected(table: str, columns: list[str]) -> set[str]:
    return {
        primary_key_name(table),
        unique_name(table, columns),
        foreign_key_name(table, columns),
        check_name(table, columns[:1]),
        check_name(table, [*columns, "pk"]),
        exclusion_name(table, [*columns, None]),
        index_name(table, [columns[0], "lower", None, columns[0], *columns[-1:]]),
        sequence_name(table, columns[-1]),
    }


def _names_on(connection: psycopg.Connection, table: str, columns: list[str]) -> set[str]:
    name, first, last, every = quote(table), quote(columns[0]), quote(columns[-1]), ", ".join(map(quote, columns))
    plain = "".join(f"{quote(column)} int, " for column in columns[:-1])
    equal = ", ".join(f"{quote(column)} with =" for column in columns)
    table_body = (
        f"{plain}{last} serial, pk int primary key,"
        f" unique ({every}), foreign key ({every}) references {name} ({every}),"
        f" check ({first} > 0), check (({every}, pk) is not null), exclude using btree ({equal}, (pk + 1) with =)"
    )
    index = f"create index on {name} ({first}, lower({last}::text), (pk + 1), {first}) include ({last})"
    with connection.transaction(force_rollback=True):
        for statement in (f"create table {name} ({table_body})", index):
            connection.execute(statement.encode())
        rows = connection.execute(
            "select conname from pg_constraint where conrelid = to_regclass(%(name)s) and contype <> 'n' union"
            " select relname from pg_class where relkind in ('S', 'i') and relnamespace = 'public'::regnamespace",
            {"name": verbatim(table)},
        ).fetchall()
    return {row[0] for row in rows}


def test_not_null_names_agree_with_the_server(database: str) -> None:
    """From 18 on not-null constraints are named too, and cut the same way."""
    table, column = "é" * 31, "c" * 63
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"create table {quote(table)} ({quote(column)} int not null)".encode())
        rows = connection.execute("select conname from pg_constraint where contype = 'n'").fetchall()
        named = connection.info.server_version >= 180000

    assert [name for (name,) in rows if name.startswith("é")] == ([not_null_name(table, column)] if named else [])
