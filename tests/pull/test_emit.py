"""What is written as YAML is read as the same data."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxc.pull.emit import Block, Spaced, document
from fluxc.pull.scalar import text_scalar
from fluxc.source.yaml import read

TRICKY = [
    *(
        "",
        " ",
        "no",
        "null",
        "~",
        "1",
        "0x1f",
        "1e3",
        "-",
        "- a",
        "-> users",
        "? a",
        ": a",
        "a: b",
        "a:",
        "a #b",
        "#",
        "a#b",
    ),
    *("'", '"', "it's", "\\", "a\\nb", "{a}", "[a]", "a, b", "text?", "data::text", "!a", "&a", "*a", "%a", "@a", "`a"),
    *("\n", "a\n", "a\nb", "a\nb\n", "a\nb\n\n", "\na", " a\nb", "\ta\n b", "a \nb", "a\n  \nb", "a\n\n  b\n", "a\n\t"),
    *(
        "a\rb",
        "\x85",
        "\u2028",
        "\x07",
        "\x7f",
        "\ufeff",
        "\ue000",
        "😀",
        "---",
        "...",
        "--- a",
        "<<",
        "=",
        "2020-01-01",
    ),
]
# Nothing that a database holds has these.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")) | st.sampled_from(TRICKY)
SCALAR = TEXT | st.booleans() | st.integers() | st.none()
DATA = st.recursive(
    SCALAR,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(TEXT, inner, max_size=3)
        | st.dictionaries(TEXT, inner, max_size=3).map(Block)
        | st.dictionaries(TEXT, inner, max_size=3).map(Spaced)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("text", TRICKY)
def test_texts_that_yaml_has_other_ideas_about_are_kept(text: str) -> None:
    """As a value, as a key, in a list, in brackets and at the end of a file."""
    data = {"a": {text: text}, "b": [text, [text]], "c": Block({text: Block({"x": text})}), "d": text}

    assert read("f.yaml", document(data)).data == data


@given(st.dictionaries(TEXT, DATA, max_size=4))
def test_whatever_is_written_is_read_as_it_was(data: dict[str, Any]) -> None:
    """The law of the emitter."""
    written = document(data, "# a comment")

    assert (read("f.yaml", written).data or {}) == data


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("varchar(64) unique", "varchar(64) unique"),
        ("-> users? on delete cascade", "-> users? on delete cascade"),
        ("status = 'new'", "status = 'new'"),
        ("'new'", "\"'new'\""),
        ("no", "'no'"),
        ("data #>> '{a}'", "\"data #>> '{a}'\""),
    ],
)
def test_quotes_are_used_only_where_they_are_needed(text: str, shown: str) -> None:
    """SQL stays readable."""
    assert text_scalar(text) == shown
