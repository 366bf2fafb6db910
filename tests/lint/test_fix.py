"""Safe changes of schema files: the value that is meant changes, and not a byte beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from fluxc.lint.check import check
from fluxc.lint.fix import fixed
from fluxc.model.load import load
from fluxc.project.lint import LintSettings
from fluxc.source.reading import decode
from fluxc.source.tree import DomainSource, Tree, parse
from tests.lint.project import TODAY

if TYPE_CHECKING:
    from typing import Any

USERS = "{columns: {id: bigint primary key identity, code: varchar(64) unique}}"
HEAD = f"# kept\ntables:\n  users: {USERS}\n  t:\n    columns:\n"


def data(language: str, text: str) -> Any:
    return parse("app", decode(text.encode(), "app"), language).data


def mended(text: str, language: str = ".yaml") -> str:
    """Return a file with every fix made that the rules know."""
    document = parse("app", decode(text.encode(), "app"), language)
    compiled, found = load(Tree((DomainSource("app", (document,)),), (), ()))
    assert not found
    said = check(compiled, (document,), LintSettings(), TODAY)
    fixes = [(item.place, item.fix) for item in said.found if item.place and item.fix]
    return fixed(text, fixes, partial(data, language))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: varchar", "a: text"),
        ("a: VarChar? unique = 'varchar'  # varchar", "a: text? unique = 'varchar'  # varchar"),
        ("a: character  varying[]", "a: text[]"),
        ('varchar: "varchar"', 'varchar: "text"'),
        ("a: {doc: varchar, type: varchar, was: varchar}", "a: {doc: varchar, type: text, was: varchar}"),
        ("u: {references: {target: users, index: false}}", "u: {references: {target: users, index: true}}"),
        (
            "false: {nullable: false, references: {index: False, target: users}}",
            "false: {nullable: false, references: {index: true, target: users}}",
        ),
        (r'a: {type: "v\x61rchar", was: varchar}', r'a: {type: "v\x61rchar", was: varchar}'),
        ("a: varchar(64)", "a: varchar(64)"),
        ("a: varchar(255)", "a: varchar(255)"),
        ("a: timestamp", "a: timestamp"),
    ],
)
def test_one_value_changes(before: str, after: str) -> None:
    """Comments, quotes, defaults and words that look alike stay."""
    assert mended(f"{HEAD}      {before}\n      z: text\n") == f"{HEAD}      {after}\n      z: text\n"


def test_several_on_one_line_are_made() -> None:
    """Places do not move under each other."""
    text = "tables: {t: {columns: {id: bigint primary key, a: varchar, b: varchar, c: {type: varchar}}}}\n"
    assert mended(text) == text.replace("varchar", "text")


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    """A file from another system keeps its form."""
    text = "\ufefftables: {t: {columns: {\r\n  id: bigint primary key,\r\n  a: varchar}}}\r\n"
    assert mended(text) == text.replace("varchar", "text")
    assert mended(text.replace("\r\n", "")) == text.replace("\r\n", "").replace("varchar", "text")


def test_toml_is_changed_too() -> None:
    """Keys that look like the value stay."""
    text = (
        '[tables.users.columns]\nid = "bigint primary key"\nvarchar = "varchar"  # varchar\n'
        '[tables.t.columns]\nid = "bigint primary key"\nu = {references = {target = "users", index = false}}\n'
    )
    after = mended(text, ".toml")
    assert after.replace("true", "false").replace('"text"', '"varchar"') == text
    assert "index = true" in after


def test_what_cannot_be_changed_alone_is_left_and_the_rest_is_made() -> None:
    """A value written over two lines is not where it seems to be; the other one is changed all the same."""
    text = (
        "tables: {t: {columns: {id: bigint primary key,\n a: {type: \n   character\n   varying}, b: varchar}}}\n"
        "# varchar\n"
    )
    assert mended(text) == text.replace("b: varchar", "b: text")
