"""A text that is patched reads as it shall, and what did not change keeps its comments and its layout."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pull.test_emit import DATA, TEXT

from fluxc.pull.emit import Block, document
from fluxc.pull.merge import is_list
from fluxc.pull.patch import patched
from fluxc.source.yaml import read

FILE = """\
# yaml-language-server: $schema=../.fluxc/schema.json
# Mine.
doc: People.      # whoever they are

tables:
  # The people.
  users:
    use: [timestamps]   # as all
    columns:
      # who
      name:   text      # the name
      email: 'varchar(64)?'
      notes: {type: text,   doc: 'x'}
      long:
        type: jsonb       # free
        # a comment within
        doc: >-
          folded
          text
    indexes:
    - name
    # for the search
    - {on: lower(name), unique: true}
    - [name, email]

  # The roles.
  roles:
    columns:
      code: text
"""


def change(path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """Return the data of the file with another value at a path; None takes it out."""
    data: Any = read("f.yaml", FILE).data
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


def lines(path: tuple[str | int, ...], value: Any) -> tuple[list[str], list[str]]:
    """Return the lines that a change takes out of the file and those that it puts in."""
    new = change(path, value)
    text = patched(FILE, read("f.yaml", FILE).data, new)
    assert read("f.yaml", text).data == new, text
    old, found = FILE.splitlines(), text.splitlines()
    return [line for line in old if line not in found], [line for line in found if line not in old]


USERS = ("tables", "users")


@pytest.mark.parametrize(
    ("path", "value", "gone", "come"),
    [
        ((*USERS, "columns", "age"), "integer", [], ["      age: integer"]),
        ((*USERS, "columns", "email"), None, ["      email: 'varchar(64)?'"], []),
        (
            (*USERS, "columns", "name"),
            "varchar(9)",
            ["      name:   text      # the name"],
            ["      name: varchar(9)      # the name"],
        ),
        (
            (*USERS, "columns", "long", "type"),
            "json",
            ["        type: jsonb       # free"],
            ["        type: json       # free"],
        ),
        ((*USERS, "indexes", 3), "email", [], ["    - email"]),
        ((*USERS, "indexes", 0), None, ["    - name"], []),
        ((*USERS, "doc"), "x", [], ["    doc: x"]),
        (("doc",), None, ["doc: People.      # whoever they are"], []),
        (("tables", "roles", "doc"), "x\ny", [], ["    doc: |-", "      x", "      y"]),
        (("tables", "teams"), Block(columns=Block(id="integer")), [], ["  teams:", "      id: integer"]),
        (("tables", "roles"), None, ["  roles:", "      code: text"], []),
    ],
)
def test_only_the_lines_that_differ_are_touched(
    path: tuple[str | int, ...], value: Any, gone: list[str], come: list[str]
) -> None:
    """Everything else stands as it was written."""
    assert lines(path, value) == (gone, come)


@given(st.dictionaries(TEXT, DATA, max_size=4), st.dictionaries(TEXT, DATA, max_size=4))
def test_whatever_is_asked_for_is_what_is_read(old: dict[str, Any], new: dict[str, Any]) -> None:
    """The law of patches, for data that have nothing to do with each other."""
    assert (read("f.yaml", patched(document(old), old, new)).data or {}) == new


@given(st.data(), st.dictionaries(TEXT, DATA, min_size=1, max_size=4))
def test_a_patch_of_a_part_is_what_is_read(data: st.DataObject, old: dict[str, Any]) -> None:
    """The law of patches, for data that share most of what they say."""
    new = dict(old)
    for key in data.draw(st.lists(st.sampled_from(list(old)), max_size=2)):
        new.pop(key, None)
    new |= data.draw(st.dictionaries(TEXT, DATA, max_size=2))

    assert (read("f.yaml", patched(document(old, "# head"), old, new)).data or {}) == new
