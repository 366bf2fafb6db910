"""What is wrong in a YAML text is named with its place and cure, and nothing hostile makes the reader crash."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fluxc.diagnostics import Diagnostic, InputError
from fluxc.source import yaml
from fluxc.source.events import event_reader, pure_event_reader
from fluxc.source.limits import MAX_DEPTH, MAX_FINDINGS
from fluxc.source.yaml import compose, read

Reader = Callable[[str], Callable[[], Any]]


@pytest.fixture(params=[event_reader, pure_event_reader], ids=["c", "pure"])
def reader(request: pytest.FixtureRequest) -> Reader:
    chosen: Reader = request.param
    return chosen


def faults(text: str, reader: Reader | None = None) -> tuple[Diagnostic, ...]:
    with pytest.raises(InputError) as caught:
        if reader is None:
            read("schema/a.yaml", text)
        else:
            compose("schema/a.yaml", text, reader)
    return caught.value.diagnostics


def places(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    return [(d.code, d.span.line, d.span.column) for d in diagnostics if d.span is not None]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: 2\n'a': 3\n", "duplicate-key", 3, 1),
        ("a: {b: 1, c: 2, b: 3}", "duplicate-key", 1, 17),
        ("a:\n\tb: 1\n", "tab-indentation", 2, 1),
        ("a:\n  b: 1\n\tc: 2\n", "tab-indentation", 3, 1),
        ("a:\n  b: 'x'\n  \tc: 2\n", "tab-indentation", 3, 3),
        ("a: &x 1\n", "yaml-anchor", 1, 4),
        ("a: *x\n", "yaml-anchor", 1, 4),
        ("&x a: 1\n", "yaml-anchor", 1, 1),
        ("*x : 1\n", "yaml-anchor", 1, 1),
        ("a: &x {b: 1}\n", "yaml-anchor", 1, 4),
        ("a: &x [b]\n", "yaml-anchor", 1, 4),
        ("a: !!str 1\n", "yaml-tag", 1, 4),
        ("a: ! 1\n", "yaml-tag", 1, 4),
        ("a: !thing {b: 1}\n", "yaml-tag", 1, 4),
        ("a: !<tag:x,2000:y> [b]\n", "yaml-tag", 1, 4),
        ("!k a: 1\n", "yaml-tag", 1, 1),
        ("a: !foo!bar x\n", "yaml-tag", 1, 4),
        ("a: 1\n---\nb: 2\n", "yaml-several-documents", 2, 1),
        ("? [a, b]\n: 1\n", "yaml-key", 1, 3),
        ("? {a: b}\n: 1\n", "yaml-key", 1, 3),
        ("? \n: 1\n", "yaml-key", 1, 2),
        ("a: {b:'c'}\n", "yaml-syntax", 1, 6),
        ("a: [b::]\n", "yaml-syntax", 1, 7),
        ("{a: b} c\n", "yaml-syntax", 1, 8),
        ("a: {b: c? d: e}\n", "yaml-syntax", 1, 12),
        ("%YAML 1.2\n---\na: 1\n", "yaml-directive", 1, 1),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", "yaml-directive", 1, 1),
        ('a: "x\\0y"\n', "control-character", 1, 4),
        ('"\\0": 1\n', "control-character", 1, 1),
        ("a: b: c\n", "yaml-syntax", 1, 5),
        ("a: - b\n", "yaml-syntax", 1, 4),
        ("a: ? b\n", "yaml-syntax", 1, 4),
        ("a: @x\n", "yaml-syntax", 1, 4),
        ("a: `x`\n", "yaml-syntax", 1, 4),
        ("a: %x\n", "yaml-syntax", 1, 4),
        ("a: 'x\nb: 1\n", "yaml-syntax", 1, 4),
        ("a: 'x\n---\nb: 1\n", "yaml-syntax", 1, 4),
        ("a: 'b' c\n", "yaml-syntax", 1, 8),
        ("a: [b\nc: d\n", "yaml-syntax", 2, 2),
        ("a: {b\nc: d\n", "yaml-syntax", 2, 2),
        ("a:\n  b: 1\n c: 2\n", "yaml-syntax", 3, 2),
        ("- a\nb: c\n", "yaml-syntax", 2, 1),
        ("a: 1\n- b\n", "yaml-syntax", 2, 1),
        ("a: ]\n", "yaml-syntax", 1, 4),
        ("a: & x\n", "yaml-anchor", 1, 5),
        ("a: 1\nb\n", "yaml-syntax", 2, 2),
    ],
)
def test_fault_and_place(text: str, code: str, line: int, column: int) -> None:
    """Every fault has its code, its line and its column, a sentence and a cure."""
    (fault,) = faults(text)
    assert places((fault,)) == [(code, line, column)]
    assert fault.span is not None
    assert fault.span.excerpt == text.splitlines()[line - 1]
    assert fault.help
    assert "expected" not in fault.message


def test_pure_parser_finds_the_same_codes(reader: Reader) -> None:
    """Without the C extension the codes are the same, for all that the composer itself refuses."""
    texts = ["a: 1\na: 2", "a: &x 1", "a: !!int 1", "a: 1\n---\nb: 2", "? [a]\n: 1", "%YAML 1.2\n---\na: 1"]
    codes = [fault.code for text in texts for fault in faults(text, reader)]
    assert codes == [
        "duplicate-key", "yaml-anchor", "yaml-tag", "yaml-several-documents", "yaml-key", "yaml-directive"
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["a:\n\tb: 1", "a: 'x", "a: [b\nc: d", "a: b: c", "a: @x", "a:\n  b: 1\n c: 2"])
def test_pure_parser_finds_the_same_places(text: str) -> None:
    """A syntax error is told in the same words at the same place by both parsers."""
    assert faults(text, pure_event_reader) == faults(text, event_reader)


def test_half_a_character_is_refused(reader: Reader) -> None:
    """An escape for half of a surrogate pair, which no file can hold, is refused by both parsers."""
    assert faults('a: "\\ud800"\n', reader)[0].code in ("yaml-syntax", "control-character")


def test_duplicate_key_names_both_places() -> None:
    """Both lines are in the message, and every repetition is reported."""
    found = faults("x:\n  a: 1\n  b: 2\n  a: 3\n  b: 4\n  a: 5\n")
    assert [(d.message, d.span and d.span.line) for d in found] == [
        ("the key `a` is written twice: first in line 2, then in line 4", 4),
        ("the key `b` is written twice: first in line 3, then in line 5", 5),
        ("the key `a` is written twice: first in line 2, then in line 6", 6),
    ]


def test_all_faults_of_a_file_are_gathered() -> None:
    """One run tells all that the composer refuses, before the syntax error that ends the reading."""
    found = faults("a: &x 1\nb: *x\nc: !t 2\na: 3\nd: e: f\n")
    assert [d.code for d in found] == ["yaml-anchor", "yaml-anchor", "yaml-tag", "duplicate-key", "yaml-syntax"]


def test_an_anchor_says_use_a_mixin() -> None:
    """The cure for an anchor is the language's own way to say a thing once."""
    assert "mixin" in faults("a: &x {b: c}\n")[0].help


def test_unclosed_list_says_where_it_begins() -> None:
    """The end of a file tells little: the line where the bracket opened is named."""
    assert "line 2" in faults("x: 1\na: [b,\nc: d\ne: f\n")[0].message


def test_the_end_of_the_file_is_its_last_line() -> None:
    """An error behind the last line is shown on the last line that has text."""
    (fault,) = faults("a: 1\nb: [c,\n\n\n")
    assert fault.span is not None
    assert (fault.span.line, fault.span.excerpt) == (2, "b: [c,")


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9)
)

DEEP = {
    "lists": "[" * 50_000,
    "mappings": "{" * 50_000,
    "named mappings": "{a: " * 50_000,
    "dashes": "- " * 50_000,
    "questions": "? " * 50_000,
    "keys": "".join(" " * i + "a:\n" for i in range(2000)),
    "closed": "[" * 50_000 + "]" * 50_000,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_deep_nesting_is_refused(text: str, reader: Reader) -> None:
    """However a file nests, it is refused at the same small depth and never overflows a stack."""
    assert faults(text, reader)[-1].code in ("too-deep", "yaml-key")


def test_allowed_depth_is_exact() -> None:
    """The last depth that is allowed composes; one more does not."""
    compose("a.yaml", "[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert faults("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))[0].code == "too-deep"
    assert faults("{a: " * (MAX_DEPTH + 1) + "}" * (MAX_DEPTH + 1))[0].code == "too-deep"


def test_alias_bomb_is_refused() -> None:
    """Aliases are never followed, so there is nothing to explode, and the report stays short."""
    found = faults(BOMB)
    assert {d.code for d in found} == {"yaml-anchor"}
    assert len(found) == MAX_FINDINGS


def test_cycle_is_refused() -> None:
    """A list that holds itself is refused like every anchor."""
    assert [d.code for d in faults("&x [*x]")] == ["yaml-anchor", "yaml-anchor"]


@pytest.mark.parametrize(
    "text", ["[a, b, c, d, e, f]", "- a\n" * 6, "{a: 1, b: 1, c: 1, d: 1, e: 1, f: 1}", "[[a, b], [c, d]]"]
)
def test_too_many_values(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Flat or nested, lists or mappings, the count of values is bounded."""
    monkeypatch.setattr(yaml, "MAX_NODES", 5)
    assert faults(text)[0].code == "too-large"
    monkeypatch.setattr(yaml, "MAX_NODES", 6)
    compose("a.yaml", text)


def test_a_long_line_is_not_quoted() -> None:
    """One line of a megabyte is not copied into every diagnostic."""
    (fault,) = faults("{a: 1, b: '" + "x" * 1_000_000 + "', a: 2}")
    assert fault.span is not None
    assert fault.span.excerpt == ""
    assert fault.span.line == 1


def test_messages_show_input_safely() -> None:
    """A key made of escapes reaches no terminal as it is, and a long one is cut."""
    assert "\x1b" not in faults('"\\e[31m": 1\n"\\e[31m": 2\n')[0].message
    assert len(faults(f"? {'k' * 5000}\n: 1\n? {'k' * 5000}\n: 2\n")[0].message) < 200


@settings(deadline=None)
@given(st.text(st.sampled_from("ab:- \n\t'\"[]{}#&*!|>%@?,~0.\\"), max_size=60))
def test_any_text_composes_or_is_refused(text: str) -> None:
    """Random text made of YAML's own signs ends in data or in diagnostics with places, never otherwise."""
    for reader in (event_reader, pure_event_reader):
        try:
            compose("a.yaml", text, reader)
        except InputError as error:
            assert all(fault.span and fault.span.line and fault.message for fault in error.diagnostics)
