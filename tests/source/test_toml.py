"""TOML gives the same plain data as YAML, and its faults name the line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fluxc.diagnostics import InputError
from fluxc.source import toml_tokens
from fluxc.source.limits import MAX_DEPTH
from fluxc.source.toml import MAX_LENGTH, read

DOMAIN = '''doc = "People"  # 'x"

[tables.users]
"use" = [
  "key", # one ]
  "stamps",
]
doc = """
[not.a.header]
x = 1"""

[tables.users.columns]
code = "varchar(64) unique"
email = { type = "text", "max.len" = 1.5, default = { a.b = 2 } }

[[tables.users.indexes]]
on = ["code"]

[[tables.users.indexes]]
on = [{ column = "email" }, { column = 'code', order = "desc" }]
with.fillfactor = 70
[tables.users.indexes.python]
name = "x"
'''


def test_the_same_data_as_yaml() -> None:
    """Tables, dotted keys, inline tables and lists of tables become nested dicts and lists."""
    data = read("schema/a.toml", DOMAIN).data
    assert data["tables"]["users"]["use"] == ["key", "stamps"]
    assert data["tables"]["users"]["columns"]["email"] == {"type": "text", "max.len": 1.5, "default": {"a": {"b": 2}}}
    assert data["tables"]["users"]["indexes"][1]["with"] == {"fillfactor": 70}


@pytest.mark.parametrize(
    ("path", "line", "column", "length"),
    [
        (("doc",), 1, 7, 8),
        (("tables",), 3, 2, 6),
        (("tables", "users"), 3, 9, 5),
        (("tables", "users", "use"), 4, 9, 1),
        (("tables", "users", "use", 1), 6, 3, 8),
        (("tables", "users", "doc"), 8, 7, 3),
        (("tables", "users", "columns", "code"), 13, 8, 20),
        (("tables", "users", "columns", "email", "max.len"), 14, 38, 3),
        (("tables", "users", "columns", "email", "default", "a", "b"), 14, 61, 1),
        (("tables", "users", "columns", "email", "default", "a"), 14, 55, 1),
        (("tables", "users", "columns", "email", "nope"), 14, 9, 57),
        (("tables", "users", "indexes", 0), 16, 16, 7),
        (("tables", "users", "indexes", 1), 19, 16, 7),
        (("tables", "users", "indexes", 1, "on", 1, "order"), 20, 56, 6),
        (("tables", "users", "indexes", 1, "with", "fillfactor"), 21, 19, 2),
        (("tables", "users", "indexes", 1, "python", "name"), 23, 8, 3),
    ],
)
def test_span(path: tuple[str | int, ...], line: int, column: int, length: int) -> None:
    """Each value has its place, a table that of its header, anything else that of its nearest ancestor."""
    span = read("schema/a.toml", DOMAIN).span(path)
    assert (span.line, span.column, span.length) == (line, column, length)
    assert span.excerpt == DOMAIN.splitlines()[line - 1]


def test_span_of_a_key() -> None:
    """Asked for the key, the span is the key as it was written, quotes included."""
    span = read("schema/a.toml", DOMAIN).span(("tables", "users", "use"), key=True)
    assert (span.line, span.column, span.length) == (4, 1, 5)


@pytest.mark.parametrize(
    ("value", "data"),
    [
        ("1979-05-27", "1979-05-27"),
        ("07:32:00", "07:32:00"),
        ("1979-05-27T07:32:00Z", "1979-05-27T07:32:00+00:00"),
        ("1_000", 1000),
        ("0b11", 3),
        ("1_0.5", 10.5),
        ("0.12345678901234567890", "0.12345678901234567890"),
        ("true", True),
        ("-inf", float("-inf")),
        ("'''\n\\x'''", "\\x"),
    ],
)
def test_values(value: str, data: object) -> None:
    """TOML's own types stay what they are; dates are text, and so is a number that a float would change."""
    assert read("a.toml", f"x = {value}").data == {"x": data}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a = 1\nb = \nc = 2\n", "toml-syntax", 2),
        ("a = 1\nb = on\n", "toml-syntax", 2),
        ('a = "x\nb = 1\n', "toml-syntax", 1),
        ("a = [1,\n\n", "toml-syntax", 1),
        ("a: 1\n", "toml-syntax", 1),
        ("a = " + "9" * 5000, "toml-syntax", 1),
        ("x = 2020-13-45\n", "toml-syntax", 1),
        ("a = 1\na = 2\n", "duplicate-key", 2),
        ("[a]\nb = 1\n[a]\n", "duplicate-key", 3),
        ("a.b = 1\n[a]\n", "duplicate-key", 2),
        ("x = {a = 1, a = 2}\n", "duplicate-key", 1),
        ('a = 1\nb = "\\u0000"\n', "control-character", 2),
        ('a = 1\n"\\u0000" = 2\n', "control-character", 1),
        ('a = """' + "x" * 100, "toml-syntax", 1),
    ],
)
def test_fault(text: str, code: str, line: int) -> None:
    """A fault has a code, a line and a cure, and nothing of the parser's coordinates in its sentence."""
    with pytest.raises(InputError) as caught:
        read("schema/a.toml", text)
    (fault,) = caught.value.diagnostics
    assert fault.span is not None
    assert (fault.code, fault.span.line, fault.span.file) == (code, line, "schema/a.toml")
    assert fault.help
    assert "(at" not in fault.message


DEEP = {
    "lists": "a = " + "[" * 50_000,
    "tables": "a = " + "{a = " * 50_000,
    "dots": "a" + ".a" * 50_000 + " = 1",
    "quoted dots": '"a"' + " . 'a'" * 50_000 + " = 1",
    "header": "[a" + ".a" * 50_000 + "]",
    "mixed": "[a" + ".a" * 40 + "]\nb" + ".b" * 40 + " = 1",
    "inline": "a = " + "{a.b.c = [" * 30 + "]}" * 30,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_deep_nesting_is_refused(text: str) -> None:
    """However a file nests, it is refused at the same depth as YAML, before the parser spends its time."""
    with pytest.raises(InputError) as caught:
        read("a.toml", text)
    assert caught.value.diagnostics[0].code == "too-deep"


def test_allowed_depth_is_exact() -> None:
    """The last depth that is allowed is read; one more is not."""
    inside = MAX_DEPTH - 1
    read("a.toml", "a = " + "[" * inside + "]" * inside)
    with pytest.raises(InputError):
        read("a.toml", "a = " + "[" * (inside + 1) + "]" * (inside + 1))


@pytest.mark.parametrize("text", ["a=[1,2,3,4,5,6,7]", "a=1\nb=1\nc=1\nd=1\ne=1\nf=1\n", "[[a]]\n" * 3, "a={b={c={}}}"])
def test_too_many_values(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The count of values is bounded."""
    monkeypatch.setattr(toml_tokens, "MAX_NODES", 5)
    with pytest.raises(InputError) as caught:
        read("a.toml", text)
    assert caught.value.diagnostics[0].code == "too-large"


def test_length_is_bounded() -> None:
    """A text at the limit is read; one more character is too many."""
    read("a.toml", "#" * MAX_LENGTH)
    with pytest.raises(InputError) as caught:
        read("a.toml", "#" * (MAX_LENGTH + 1))
    assert caught.value.diagnostics[0].code == "file-too-large"


@settings(deadline=None)
@given(st.text(st.sampled_from("ab1 =.,[]{}\n\"'\\#-:"), max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Random text made of TOML's own signs ends in data whose places can be found, or in diagnostics."""
    try:
        document = read("a.toml", text)
    except InputError as error:
        assert all(fault.span and fault.message for fault in error.diagnostics)
    else:
        for key in document.data:
            span = document.span((key,), key=True)
            assert key in span.excerpt or "\\" in span.excerpt
