"""A TOML text that is patched reads as it shall, and what did not change keeps its comments and its layout."""

from __future__ import annotations

from copy import deepcopy
from difflib import ndiff
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pull.test_emit import TEXT

from fluxc.pull import toml_patch
from fluxc.pull.emit import Block
from fluxc.pull.merge import is_list, is_mapping
from fluxc.pull.toml_emit import document
from fluxc.pull.toml_patch import patched
from fluxc.source.toml import read

FILE = '''\
# Mine.
doc = "People."      # whoever they are

[enums]
state = ["on", "off"]  # of a job

# The people.
[tables.users]
use = ["timestamps"]   # as all

[tables.users.columns]
# who
name   = "text"      # the name
email = 'varchar(64)?'
notes = { type = "text",   doc = 'x' }  # free
with.type = "jsonb"
with.doc = "dotted"

# for the search
[[tables.users.indexes]]
on = "lower(name)"
unique = true

[[tables.users.indexes]]
on = [
  "name",   # first
  "email"
]

# The roles.
[tables.roles.columns]
code = "text"

[views.all]
query = """
select 1
"""
'''
USERS = ("tables", "users")
COMMENTS = [line.split("#")[1] for line in FILE.splitlines() if "#" in line]
LONG = {"type": "text", "doc": "x" * 99}


def change(path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """Return the data of the file with another value at a path; None takes it out."""
    data: Any = deepcopy(read("f.toml", FILE).data)
    inner: Any = data
    for part in path[:-1]:
        inner = inner[part]
    last: Any = path[-1]
    if value is None:
        del inner[last]
    elif is_list(inner):
        inner.insert(last, value)
    else:
        inner[last] = value
    result: dict[str, Any] = data
    return result


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ((*USERS, "columns", "age"), "integer", ['+ age = "integer"']),
        ((*USERS, "columns", "email"), None, ["- email = 'varchar(64)?'"]),
        (
            (*USERS, "columns", "name"),
            "varchar(9)",
            ['- name   = "text"      # the name', '+ name   = "varchar(9)"      # the name'],
        ),
        (
            (*USERS, "columns", "notes", "doc"),
            "it's",
            [
                "- notes = { type = \"text\",   doc = 'x' }  # free",
                '+ notes = { type = "text",   doc = "it\'s" }  # free',
            ],
        ),
        (
            (*USERS, "columns", "notes"),
            "text",
            ["- notes = { type = \"text\",   doc = 'x' }  # free", '+ notes = "text"  # free'],
        ),
        ((*USERS, "columns", "with", "doc"), None, ['- with.doc = "dotted"']),
        ((*USERS, "columns", "with", "was"), "w", ['+ with.was = "w"']),
        ((*USERS, "columns", "with"), "json", ['- with.type = "jsonb"', '- with.doc = "dotted"', '+ with = "json"']),
        ((*USERS, "columns", "much"), LONG, [f'+ much = {{ type = "text", doc = "{"x" * 99}" }}']),
        ((*USERS, "doc"), 'a "b"', ["+ doc = 'a \"b\"'"]),
        ((*USERS, "indexes", 0, "on"), "name", ['- on = "lower(name)"', '+ on = "name"']),
        ((*USERS, "indexes", 0, "unique"), None, ["- unique = true"]),
        ((*USERS, "indexes", 1, "on", 2), "age", ['-   "email"', '+   "email",', '+   "age",']),
        ((*USERS, "indexes", 1, "on", 0), None, ['-   "name",   # first']),
        ((*USERS, "indexes", 2), "age", ["+ [[tables.users.indexes]]", '+ on = "age"', "+ "]),
        (
            (*USERS, "indexes", 0),
            None,
            ["- [[tables.users.indexes]]", '- on = "lower(name)"', "- unique = true"],
        ),
        ((*USERS, "indexes", 0), {"on": "a"}, ["+ [[tables.users.indexes]]", '+ on = "a"', "+ "]),
        (
            (*USERS, "policies"),
            Block(mine={"using": "a"}),
            ["+ [tables.users.policies]", '+ mine = { using = "a" }', "+ "],
        ),
        (("doc",), None, ['- doc = "People."      # whoever they are']),
        (("enums", "mood"), ["a"], ['+ mood = ["a"]']),
        (("namespace",), "n", ['+ namespace = "n"']),
        (("tables", "roles", "doc"), "x\ny", ["+ [tables.roles]", '+ doc = """', "+ x", '+ y"""', "+ "]),
        (("tables", "roles"), None, ["- [tables.roles.columns]", '- code = "text"']),
        (
            ("tables", "teams"),
            {"doc": "T", "columns": Block(id="integer"), "indexes": [{"on": "id"}]},
            [
                *("+ [tables.teams]", '+ doc = "T"', "+ ", "+ [tables.teams.columns]", '+ id = "integer"', "+ "),
                *("+ [[tables.teams.indexes]]", '+ on = "id"', "+ "),
            ],
        ),
        (
            ("views", "all", "query"),
            "select '\\'\n",
            ["- select 1", "+ select '\\'", '- query = """', "+ query = '''", '- """', "+ '''"],
        ),
        (("views", "few"), {"query": "select 2\n"}, ["+ [views.few]", '+ query = """', "+ select 2", '+ """', "+ "]),
        (("mixins",), {"m": {"id": "integer"}}, ["+ [mixins]", '+ m = { id = "integer" }', "+ "]),
    ],
)
def test_only_the_lines_that_differ_are_touched(path: tuple[str | int, ...], value: Any, expected: list[str]) -> None:
    """Everything else stands as it was written."""
    text = patched(FILE, read("f.toml", FILE).data, change(path, value))
    found = [line for line in ndiff(FILE.splitlines(), text.splitlines()) if line[0] in "+-"]
    assert sorted(found) == sorted(expected), text


def refuse(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """Have the first attempts at an edit be taken for failures."""
    answers = iter([False] * times)

    def reads_as(_text: str, _data: object) -> bool:
        return next(answers, True)

    monkeypatch.setattr(toml_patch, "_reads_as", reads_as)


@pytest.mark.parametrize(
    ("refused", "lost"),
    [
        (0, set[str]()),
        (1, {"# who", "# the name", "# free"}),
        (2, {"# who", "# the name", "# free", "# for the search", "# first", "# as all"}),
        (3, {"# who", "# the name", "# free", "# for the search", "# first", "# as all", "# The roles."}),
    ],
)
def test_where_an_edit_fails_the_smallest_table_is_written_anew(
    refused: int, lost: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is tried next takes more comments with it, but says the same."""
    new = change((*USERS, "columns", "age"), "integer")
    refuse(monkeypatch, refused)

    text = patched(FILE, read("f.toml", FILE).data, new)

    assert read("f.toml", text).data == new
    assert {f"#{part}" for part in COMMENTS if f"#{part}\n" not in text} == lost


def test_where_no_edit_reads_back_the_file_is_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its head stays."""
    new = change((*USERS, "columns", "age"), "integer")
    refuse(monkeypatch, 99)

    text = patched(FILE, read("f.toml", FILE).data, new)

    assert read("f.toml", text).data == new
    assert text.startswith("# Mine.\n\n")


SCALAR = st.one_of(TEXT, st.integers(-9, 9), st.booleans())
NAME = st.one_of(st.sampled_from(["a", "b", "columns", "indexes", "a.b", "", '"', "'", "ä"]), TEXT)
DATA = st.recursive(
    SCALAR,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(st.dictionaries(NAME, inner, max_size=2), max_size=3),
        st.dictionaries(NAME, inner, max_size=3),
        st.dictionaries(NAME, inner, max_size=3).map(Block),
    ),
    max_leaves=8,
)
MAPPING = st.dictionaries(NAME, DATA, max_size=4)


@given(MAPPING)
def test_what_is_written_is_what_is_read(data: dict[str, Any]) -> None:
    """The law of the emitter."""
    assert read("f.toml", document(data)).data == data


@given(MAPPING, MAPPING)
def test_whatever_is_asked_for_is_what_is_read(old: dict[str, Any], new: dict[str, Any]) -> None:
    """The law of patches, for data that have nothing to do with each other; indexes may get long."""
    text = patched(document(old), old, new)
    assert plain(read("f.toml", text).data) == plain(new)


@given(st.data(), MAPPING, MAPPING)
def test_a_patch_of_a_part_is_what_is_read(data: st.DataObject, one: dict[str, Any], other: dict[str, Any]) -> None:
    """The law of patches, for data that share most of what they say, some levels deep."""
    old = {"tables": {"a": {"columns": one, "b": other}, "c": [one, other]}, "d": {"e": one}}
    new: dict[str, Any] = deepcopy(old)
    inner: Any = new
    while (is_mapping(inner) or is_list(inner)) and inner and data.draw(st.integers(0, 3)):
        keys: list[Any] = list(inner) if is_mapping(inner) else list(range(len(inner)))
        key = data.draw(st.sampled_from(keys))
        if data.draw(st.booleans()) or not (is_mapping(inner[key]) or is_list(inner[key])):
            inner[key] = data.draw(DATA)
            break
        inner = inner[key]

    assert plain(read("f.toml", patched(document(old, "# head"), old, new)).data) == plain(new)


def plain(data: Any) -> Any:
    """Return data in which each index is in its long form."""
    if is_list(data):
        return [plain(inner) for inner in data]
    if not is_mapping(data):
        return data
    found = {key: plain(inner) for key, inner in data.items()}
    indexes = found.get("indexes")
    if is_list(indexes):
        found["indexes"] = [inner if is_mapping(inner) else {"on": inner} for inner in indexes]
    return found
