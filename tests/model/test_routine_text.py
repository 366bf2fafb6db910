"""Signatures as written: which word is a mode, a name, a part of the type or a default."""

from __future__ import annotations

import pytest

from fluxc.model.routine import Function
from fluxc.model.routine_text import ArgumentText, SignatureError, argument, result, signature
from fluxc.model.settings import kept, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("integer", ArgumentText("in", "", "integer")),
        ("double precision", ArgumentText("in", "", "double precision")),
        ("a double precision", ArgumentText("in", "a", "double precision")),
        ("time with time zone", ArgumentText("in", "", "time with time zone")),
        ('"Of" text[] = array[1, 2]', ArgumentText("in", "Of", "text[]", "array[1, 2]")),
        ("in out a b.c default 'x=y'", ArgumentText("inout", "a", "b.c", "'x=y'")),
        ("a variadic numeric(1, 2)", ArgumentText("variadic", "a", "numeric(1, 2)")),
        ("OUT integer", ArgumentText("out", "", "integer")),
    ],
)
def test_an_argument_is_taken_apart(text: str, expected: ArgumentText) -> None:
    """As PostgreSQL's grammar does it."""
    assert argument(text) == expected


def test_a_key_holds_a_name_and_arguments() -> None:
    """The name is as it stands; one that holds a bracket is in quotes."""
    assert signature("Mixed").name == "Mixed"
    assert signature("Mixed").arguments is None
    assert signature('"we(ird"(a integer, b numeric(1, 2))').name == "we(ird"
    assert len(signature("f(a integer, b numeric(1, 2))").arguments or ()) == 2
    assert signature("f(*)").arguments == ()
    ordered = signature('rank(variadic "any" order by variadic "any")')
    assert (len(ordered.arguments or ()), ordered.direct) == (1, 1)


@pytest.mark.parametrize("key", ["f(", "f(a integer", "f(a integer))", "f(a,)", "f('x)", '"x" y(a integer)', "f(= 1)"])
def test_what_is_no_signature_is_refused(key: str) -> None:
    """Nothing of it reaches SQL."""
    with pytest.raises(SignatureError):
        signature(key)


def test_results_are_told_apart() -> None:
    """A type, many of it, or the columns of a table."""
    assert result("setof app.users") == ("app.users", True, ())
    assert [column.name for column in result("table(a integer, b text)").table] == ["a", "b"]
    with pytest.raises(SignatureError):
        result("table(integer)")


def test_settings_are_kept_as_the_server_keeps_them() -> None:
    """Lists of names are quoted; all else is a text."""
    assert kept("search_path", 'App, "$user"') == 'app, "$user"'
    assert kept("search_path", "") == '""'
    assert values("search_path", '"a""b", c') == ('a"b', "c")
    assert kept("enable_seqscan", said=False) == "off"
    with pytest.raises(ValueError, match="no list of names"):
        kept("search_path", "a b")


def test_a_comment_at_the_end_of_a_body_takes_nothing_along() -> None:
    """What closes the statement stands on a line of its own behind a comment."""
    body = "begin atomic select 1; end -- done"
    made = Function(place=("app",), name="f()", language="sql", statement=body, returns="integer")

    assert made.parsed_body == f"{body}\n"
