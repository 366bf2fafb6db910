"""YAML text composes to plain data, the same with both parsers, and each place points at its text."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from io import StringIO
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from fluxc.diagnostics import InputError
from fluxc.source import events
from fluxc.source.events import event_reader, pure_event_reader
from fluxc.source.scalars import resolve
from fluxc.source.yaml import compose, read
from fluxc.source.yaml_places import locate

if TYPE_CHECKING:
    from fluxc.source.document import Document, Path

# Inside brackets the library's parsers and its writer disagree on these parts of plain scalars.
IN_DISPUTE = re.compile(r"""^[?:]|:['"]|['"]:""")

QUOTES = ("'", '"', "|", ">")
READERS = [event_reader, pure_event_reader]

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), max_size=12)
ODD = ["null", "text?", "x::y", "-> a?", "on", "012", "a: b", "- a", "x #y", "#z", "'", "[", "{", "", " ", "*a", "1e3"]
WORDS = TEXTS | st.sampled_from(ODD)
LEAVES = WORDS | st.booleans() | st.none() | st.integers() | st.floats(allow_nan=False)
DATA = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=20
)


def dumped(data: Any, *, is_flow: bool) -> str:
    stream = StringIO()
    writer: Any = YAML(typ="safe", pure=True)
    writer.default_flow_style = is_flow
    writer.allow_unicode = True
    writer.width = 10_000
    writer.sort_base_mapping_type_on_output = False
    writer.representer.ignore_aliases = no_aliases
    writer.dump(data, stream)
    return stream.getvalue()


def no_aliases(_data: Any) -> bool:
    return True


def walk(data: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    inner: Iterable[tuple[Any, Any]] = ()
    if isinstance(data, list):
        inner = enumerate(cast("Iterable[Any]", data))
    elif isinstance(data, dict):
        inner = cast("Mapping[Any, Any]", data).items()
    return [(path, data), *(found for key, value in inner for found in walk(value, (*path, key)))]


@settings(deadline=None)
@given(DATA, st.booleans())
def test_composing_gives_back_what_was_written(data: Any, is_flow: bool) -> None:
    """Whatever another program writes as YAML 1.2 composes to the same data, with either parser."""
    assume(not is_flow or not any(IN_DISPUTE.search(str(word)) for word in words(data)))
    text = dumped(data, is_flow=is_flow)
    for composed in (read("a.yaml", text).data, compose("a.yaml", text, pure_event_reader)[0]):
        assert repr(composed) == repr(data)


@settings(deadline=None)
@given(DATA, st.booleans())
def test_each_place_points_at_its_text(data: Any, is_flow: bool) -> None:
    """A scalar's place holds exactly the text that composes to it, and a key's place the text of the key."""
    assume(not is_flow or not any(IN_DISPUTE.search(str(word)) for word in words(data)))
    text = dumped(data, is_flow=is_flow)
    places = locate(text, pure_event_reader)
    assert read("a.yaml", text).locate(text) == places
    for path, value in walk(data):
        place = places.values[path]
        if not isinstance(value, dict | list) and place != places.keys.get(path):
            assert meaning(text[slice(*place)]) == value
        if path and isinstance(path[-1], str):
            key = text[slice(*places.keys[path])]
            assert path[-1] == (meaning(key) if key[:1] in QUOTES else key)


def words(data: Any) -> set[Any]:
    return {found for path, value in walk(data) for found in (*path, value) if not isinstance(found, dict | list)}


def meaning(text: str) -> Any:
    return compose("", text)[0] if text[:1] in QUOTES else resolve(text)


@pytest.fixture(params=READERS, ids=["c", "pure"])
def reader(request: pytest.FixtureRequest) -> Callable[[str], Callable[[], Any]]:
    chosen: Callable[[str], Callable[[], Any]] = request.param
    return chosen


Reader = Callable[[str], Callable[[], Any]]


def test_the_extension_is_installed() -> None:
    """The tests of the C parser test the C parser."""
    assert events.C_PARSER is not None


def test_without_the_extension_the_pure_parser_reads() -> None:
    """A platform without the wheel gets the same data."""
    code = (
        "import sys; sys.modules['_ruamel_yaml'] = None\n"
        "from fluxc.source import events; from fluxc.source.yaml import read\n"
        "assert events.C_PARSER is None; print(read('a.yaml', 'a: [1, on] #x').data)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "{'a': [1, 'on']}"


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "---\n...\n", "~", "\n\n"])
def test_nothing_written_is_none(text: str, reader: Reader) -> None:
    """A file without a value has no data."""
    assert compose("a.yaml", text, reader) == (None, {})


@pytest.mark.parametrize("value", ["text?", "a:b", "data::text", "-> users?", "b:c?"])
def test_plain_text_inside_brackets(value: str) -> None:
    """What YAML 1.2 allows inside brackets is read although libyaml does not know it, and has its places."""
    document = read("a.yaml", f"a: {{b: {value}, c: [{value}]}}\n")
    assert document.data == {"a": {"b": value, "c": [value]}}
    assert document.span(("a", "c", 0)).length == len(value)


def test_letters_that_stand_in_are_kept() -> None:
    """A text that has the letters by which signs are hidden from libyaml keeps them."""
    assert read("a.yaml", "a: \ue000 \ue001?\n").data == {"a": "\ue000 \ue001?"}
    with pytest.raises(InputError):
        read("a.yaml", "a: {b: \ue000?}\n")


def test_keys_are_always_text(reader: Reader) -> None:
    """A key that looks like a value keeps its text; a quoted scalar is text too."""
    text = "null: false\n1: '1'\ntrue: \"true\"\n012: ''\n~: |\n  null\n"
    assert compose("a.yaml", text, reader)[0] == {"null": False, "1": "1", "true": "true", "012": "", "~": "null\n"}


def test_merge_key_is_a_plain_key(reader: Reader) -> None:
    """`<<` merges nothing: it is a key that the model does not know."""
    assert compose("a.yaml", "<<: {a: 1}\nb: 2\n", reader)[0] == {"<<": {"a": 1}, "b": 2}


@pytest.mark.parametrize(
    ("text", "path", "comment"),
    [
        ("a: text = 'red #1'\n", ("a",), "#1'"),
        ("a: x   # note\nb: 1", ("a",), "# note"),
        ("a: #fff\nb: 1", ("a",), "#fff"),
        ("'a' :  #fff\n", ("a",), "#fff"),
        ("- b #c\n- d", (0,), "#c"),
        ("- #c\n- d", (0,), "#c"),
        ("a: [b, c #d\n  ]", ("a", 1), "#d"),
        ("a: {b: c #d\n  , e: f}", ("a", "b"), "#d"),
        ("a: one\n   two #three\nb: 1", ("a",), "#three"),
        ("a:\n  - {b: c} \n  - d: e #f", ("a", 1, "d"), "#f"),
        ("a: 5 #last", ("a",), "#last"),
    ],
)
def test_a_comment_behind_a_plain_scalar_is_kept(text: str, path: Path, comment: str, reader: Reader) -> None:
    """Where a `#` may have cut an SQL expression, the rest of the line is known."""
    assert compose("a.yaml", text, reader)[1] == {path: comment}


@pytest.mark.parametrize(
    "text",
    [
        "a: 'b' # c",
        'a: "b" # c',
        "a: b#c",
        "a: [b] # c",
        "a: {b: c} # d",
        "a: |\n  b #c\n",
        "a: | # c\n  b\n",
        "# c\na: b",
        "a: b\n# c",
        "a: # c\n  b: 'd'",
        "a: # c\n  - 'd'",
        "a: b -- c",
    ],
)
def test_other_comments_are_no_trap(text: str, reader: Reader) -> None:
    """A comment that follows a quoted text, a closed list or a line of its own cuts nothing."""
    assert compose("a.yaml", text, reader)[1] == {}


def document() -> Document:
    text = (
        'doc: x\ntables:\n  users:\n    columns:\n      code: text\n      name: {type: "a b", n: }\n    use: [a, bc]\n'
    )
    return read("schema/a.yaml", text)


@pytest.mark.parametrize(
    ("path", "place", "length"),
    [
        (("tables", "users", "columns", "code"), (5, 13), 4),
        (("tables", "users", "columns", "name"), (6, 13), 18),
        (("tables", "users", "columns", "name", "type"), (6, 20), 5),
        (("tables", "users", "columns", "name", "n"), (6, 27), 1),
        (("tables", "users", "use", 1), (7, 14), 2),
        (("tables", "users", "columns"), (4, 5), 7),
        (("tables", "users"), (3, 3), 5),
    ],
)
def test_span_of_a_value(path: Path, place: tuple[int, int], length: int) -> None:
    """A span is the value's own text; a block, or nothing, is shown by its key."""
    span = document().span(path)
    assert ((span.line, span.column), span.length) == (place, length)
    assert span.file == "schema/a.yaml"


def test_span_of_a_key() -> None:
    """Asked for the key, the span is the key; an element of a list has none and shows itself."""
    assert document().span(("tables", "users", "columns", "code"), key=True).column == 7
    assert document().span(("tables", "users", "use", 0), key=True).column == 11


@pytest.mark.parametrize("key", [False, True])
def test_span_falls_back_to_the_nearest_ancestor(key: bool) -> None:
    """A key that is missing is reported where it is missing, and the tags of unions are passed over."""
    path = ("tables", "users", "function-after[check]", "columns", "nope", "type")
    span = document().span(path, key=key)
    assert (span.line, span.column, span.excerpt) == (4, 5, "    columns:")


def test_span_of_the_whole_file() -> None:
    """The top of a document, even an empty one, has a place."""
    assert document().span(()).line == 1
    assert read("a.yaml", "").span(("x",)).line == 1


def test_columns_count_characters() -> None:
    """A letter outside ASCII or the first plane is one column, as in an editor."""
    span = read("a.yaml", "é😀: 'ü' \nb: c").span(("é😀",))
    assert (span.line, span.column, span.length, span.excerpt) == (1, 5, 3, "é😀: 'ü' ")
