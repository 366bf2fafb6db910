"""PostgreSQL's lexical rules."""

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxc.lexer import Kind, LexicalError, scan, statement_tokens_digest, tokens


def texts(sql: str) -> list[str]:
    return [token.text for token in tokens(sql)]


def kinds(sql: str) -> list[Kind]:
    return [token.kind for token in tokens(sql)]


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("users", Kind.WORD),
        ("_a$1", Kind.WORD),
        ("naïve", Kind.WORD),
        ("数", Kind.WORD),
        ('"a ""b"" c"', Kind.QUOTED),
        ('"""a"', Kind.QUOTED),
        ('U&"d\\0061t"', Kind.QUOTED),
        ("'it''s'", Kind.STRING),
        ("''", Kind.STRING),
        ("'back\\'", Kind.STRING),
        ("E'it\\'s \\\\'", Kind.STRING),
        ("b'01'", Kind.STRING),
        ("X'1F'", Kind.STRING),
        ("N'x'", Kind.STRING),
        ("u&'\\0061'", Kind.STRING),
        ("$$it's; -- $1$$", Kind.STRING),
        ("$a$ $b$ $$ $a$", Kind.STRING),
        ("$é1$x$é1$", Kind.STRING),
        ("42", Kind.NUMBER),
        ("3.5", Kind.NUMBER),
        ("4.", Kind.NUMBER),
        (".001", Kind.NUMBER),
        ("1.925e-3", Kind.NUMBER),
        ("1e10", Kind.NUMBER),
        ("0x1F", Kind.NUMBER),
        ("0b_10", Kind.NUMBER),
        ("0o17", Kind.NUMBER),
        ("1_000.5_0", Kind.NUMBER),
        ("$1", Kind.PARAMETER),
        ("::", Kind.PUNCTUATION),
        (":=", Kind.PUNCTUATION),
        ("..", Kind.PUNCTUATION),
        ("[", Kind.PUNCTUATION),
        ("=>", Kind.OPERATOR),
        ("#>>", Kind.OPERATOR),
        ("@-", Kind.OPERATOR),
        ("?-", Kind.OPERATOR),
        ("*<>=", Kind.OPERATOR),
    ],
)
def test_one_token(sql: str, kind: Kind) -> None:
    """Each form of token is read whole, and as what it is."""
    assert [(token.kind, token.text, token.start) for token in scan(f" {sql} ")] == [(kind, sql, 1)]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("a=-1", ["a", "=", "-", "1"]),
        ("a=-+-1", ["a", "=", "-", "+", "-", "1"]),
        ("+-+", ["+", "-", "+"]),
        ("a@-1", ["a", "@-", "1"]),
        ("a*-b", ["a", "*", "-", "b"]),
        ("a+--b", ["a", "+"]),
        ("a<>/*x*/b", ["a", "<>", "b"]),
        ("a<-/**/b", ["a", "<", "-", "b"]),
        ("a/-- x\n/b", ["a", "/", "/", "b"]),
        ("1..10", ["1", "..", "10"]),
        ("1.5.5", ["1.5", ".5"]),
        ("t.a.5", ["t", ".", "a", ".5"]),
        ("x::text", ["x", "::", "text"]),
        (":::=", ["::", ":="]),
        ("f(a:=1)", ["f", "(", "a", ":=", "1", ")"]),
        ("interval'1 day'", ["interval", "'1 day'"]),
        ("xe'1'", ["xe", "'1'"]),
        ("u & 'x'", ["u", "&", "'x'"]),
        ("a&b", ["a", "&", "b"]),
        ('u&b"c"', ["u", "&", "b", '"c"']),
        ("a$b$c$b$", ["a$b$c$b$"]),
        ("'a' 'b'", ["'a'", "'b'"]),
        ("/* a /* b */ ' */ c -- d", ["c"]),
        ("/*/**/*/ c", ["c"]),
        ("/***/c", ["c"]),
        ("a\t\r\n\f\vb", ["a", "b"]),
        ("a\u00a0b", ["a\u00a0b"]),
        ("", []),
        (" ", []),
    ],
)
def test_where_tokens_part(sql: str, expected: list[str]) -> None:
    """The longest run that the rules allow is a token; signs at the end of an ordinary operator are their own."""
    assert texts(sql) == expected


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("'a'\n'b'", ["'a'\n'b'"]),
        ("'a' -- it's\r\n \t'b''c'", ["'a'\n'b''c'"]),
        ("'x''\n''y'", ["'x''\n''y'"]),
        ("e'a\\''\n'\\'b'", ["e'a\\''\n'\\'b'"]),
        ("'a'\n'\\'\n'b'", ["'a'\n'\\'\n'b'"]),
        ("B'0'\n\n'1'", ["B'0'\n'1'"]),
        ("'a'\nE'b'", ["'a'", "E'b'"]),
        ("'a'\n-- x\n b", ["'a'", "b"]),
        ("'a' /* x */\n'b'", ["'a'", "'b'"]),
    ],
)
def test_continued_strings(sql: str, expected: list[str]) -> None:
    """A string goes on after a newline, and the gap is written as that newline alone."""
    assert texts(sql) == expected


def test_comments_are_scanned_and_left_out_of_tokens() -> None:
    """`scan` tells comments with their place, `tokens` does not."""
    sql = "a -- b\n/* c /* d */ */ e"

    assert [(token.text, token.start) for token in scan(sql) if token.kind is Kind.COMMENT] == [
        ("-- b", 2),
        ("/* c /* d */ */", 7),
    ]
    assert texts(sql) == ["a", "e"]


@pytest.mark.parametrize(
    ("sql", "offset", "reason"),
    [
        ("a 'b", 2, "a string does not end"),
        ("a 'b''", 2, "a string does not end"),
        ("e'\\'", 0, "a string does not end"),
        ('a "b', 2, "a quoted identifier does not end"),
        ('a ""', 2, "a quoted identifier is empty"),
        ("a E'\\' ; x", 2, "a string does not end"),
        ("a $$b", 2, "a string that $$ begins does not end"),
        ("a $x$b$y$", 2, "a string that $x$ begins does not end"),
        ("a /* b /* c */", 2, "a comment does not end"),
        ("1a", 0, "a number or parameter runs into a word"),
        ("1.5x", 0, "a number or parameter runs into a word"),
        ("0x", 0, "a number or parameter runs into a word"),
        ("0x1G", 0, "a number or parameter runs into a word"),
        ("1_", 0, "a number or parameter runs into a word"),
        ("1e+", 0, "a number or parameter runs into a word"),
        ("$1a", 0, "a number or parameter runs into a word"),
        ("a\\b", 1, "\\ has no meaning in SQL"),
        ("{", 0, "{ has no meaning in SQL"),
        ("$ a", 0, "$ has no meaning in SQL"),
        ("a '\0'", 3, "NUL is no character of SQL"),
    ],
)
def test_broken_input_is_told_with_its_place(sql: str, offset: int, reason: str) -> None:
    """What PostgreSQL's lexer refuses is refused, with offset and reason."""
    with pytest.raises(LexicalError) as caught:
        tokens(sql)

    assert (caught.value.offset, caught.value.reason) == (offset, reason)


@pytest.mark.parametrize(
    "sql",
    [
        *("+" * 200_000, "-" + " -" * 100_000, "/*" * 100_000, "'a'" + " -- x\n" * 50_000, "'\\" * 100_000),
        *('"' * 200_001, "$a$" * 99_999, "$" * 100_001, "0_" * 100_000, "." * 100_000, "E'" + "\\'" * 100_000),
        *("1" * 200_000 + "x", "a." * 100_000, "(" * 200_000, ":" * 200_001),
    ],
    ids=lambda sql: sql[:6],
)
def test_hostile_input_ends(sql: str) -> None:
    """Long runs of one thing are read or refused without ever going back over them."""
    try:
        found = "".join(texts(sql))
    except LexicalError as error:
        found = error.reason

    assert found


PIECES = st.sampled_from(
    [
        *("a", "B", "é", "1", ".5", "1.", "'x'", "e'\\''", '"q"', "$$", "$t$", "+", "-", "*", "/", "=", "@", "::"),
        *(":", ".", "(", "[", ";", ",", " ", "\n", "--", "/*", "*/", "u&", "0x", "_", "$1", "'", '"', "\\"),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text())
def test_tokens_cover_the_text(sql: str) -> None:
    """Whatever is read: between the tokens lies white space only, and each one stands where it says."""
    try:
        found = list(scan(sql))
    except LexicalError as error:
        assert 0 <= error.offset < len(sql)
        return

    assert [token.text for token in found] == [_written(sql, token.start, token.text) for token in found]
    edges = [0, *(edge for token in found for edge in _edges(sql, token.start, token.text)), len(sql)]
    gaps = [sql[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    assert [gap for gap in gaps if gap.strip(" \t\n\r\f\v")] == []


def _edges(sql: str, start: int, text: str) -> tuple[int, int]:
    gap = r"(?:[ \t\r\f\v\n]|--[^\n\r]*[\n\r])*"
    pattern = gap.join(map(re.escape, text.split("\n"))) if text[0] in "'eEuUbBxXnN" else re.escape(text)
    match = re.compile(pattern).match(sql, start)
    assert match is not None
    return match.span()


def _written(sql: str, start: int, text: str) -> str:
    _edges(sql, start, text)
    return text


def test_digest_is_blind_to_layout_and_comments() -> None:
    """White space, comments and the gap in a continued string do not count."""
    plain = statement_tokens_digest("create table a(b text default 'x'\n'y');")

    assert plain == statement_tokens_digest(
        "-- licence\ncreate table a (\n  b text /* c */ default 'x' -- d\n 'y'\n)\n;\n"
    )
    assert re.fullmatch("[0-9a-f]{64}", plain)


WHOLE = st.sampled_from(
    [
        "a",
        "é",
        "12",
        "1.",
        "'x'",
        "'x'\n'y'",
        "e'\\''",
        '"q"',
        "$$;$$",
        "+",
        "-",
        "*",
        "=",
        "@",
        "::",
        "(",
        ";",
        " ",
        "\n",
        "--c\n",
    ]
)


@given(st.lists(WHOLE, max_size=30).map("".join) | st.text())
def test_digest_is_that_of_the_tokens(sql: str) -> None:
    """However quickly it is taken, the digest is of the texts of the tokens, and fails where they fail."""
    assert _digest(sql, quickly=True) == _digest(sql, quickly=False)


def _digest(sql: str, *, quickly: bool) -> str | tuple[str, int]:
    try:
        if quickly:
            return statement_tokens_digest(sql)
        texts = "\0".join(token.text for token in tokens(sql))
    except LexicalError as error:
        return error.reason, error.offset
    return hashlib.sha256(texts.encode(errors="surrogatepass")).hexdigest()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ab", "a b"),
        ("a", "A"),
        ("'a'", "'A'"),
        ("a b", "b a"),
        ("a", "a a"),
        ("$$ x $$", "$$x$$"),
        ("'a' 'b'", "'a''b'"),
        ("1 .5", "1.5"),
        ("a < = b", "a <= b"),
        ("a", ""),
        ("'\ud800'", "'\ud801'"),
    ],
)
def test_digest_tells_tokens_apart(one: str, other: str) -> None:
    """Other tokens, another case or another order give another digest; tokens never run together."""
    assert statement_tokens_digest(one) != statement_tokens_digest(other)


def test_digest_of_broken_text_is_an_error() -> None:
    """There is no digest of what is not SQL."""
    with pytest.raises(LexicalError):
        statement_tokens_digest("select 'a")
