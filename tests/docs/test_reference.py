"""The reference of the language is what its declarations say, and links of the documentation lead somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from docs.generate import PAGE, page, takes, title
from tests.docs.page import ROOT, pages

if TYPE_CHECKING:
    from pathlib import Path

TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
KEY = {"$ref": "#/$defs/ForeignKeyDeclaration"}
FORMS: list[tuple[dict[str, Any], str]] = [
    (TEXT, "text"),
    ({"anyOf": [TEXT, {"type": "null"}]}, "text"),
    ({"type": "boolean"}, "`true` or `false`"),
    ({"anyOf": [TEXT, TEXTS, KEY]}, "text, list of text or [foreign key](#foreign-key)"),
    ({"type": "array", "items": {"anyOf": [TEXT, KEY]}}, "list of (text or [foreign key](#foreign-key))"),
    ({"anyOf": [TEXTS, {"type": "object", "additionalProperties": TEXT}]}, "list, or mapping by name, of text"),
    ({"type": "object", "additionalProperties": KEY}, "mapping by name of [foreign key](#foreign-key)"),
    ({"enum": ["first", "last"], "type": "string"}, "`first` or `last`"),
    ({"const": "always", "type": "string"}, "`always`"),
    ({"description": "anything"}, "any value"),
]


def test_the_page_is_what_the_generator_writes() -> None:
    """Whoever changes a declaration runs `make docs`."""
    assert PAGE.read_text(encoding="utf-8") == page(), "docs/reference.md is out of date: run `make docs`"


@pytest.mark.parametrize(("said", "words"), FORMS, ids=[words for _, words in FORMS])
def test_what_a_key_takes_is_said_in_words(said: dict[str, Any], words: str) -> None:
    """Each form of a place in the JSON Schema has its words."""
    assert takes(said) == words


def test_a_form_without_words_is_not_passed_over() -> None:
    """A kind of value that nobody wrote words for fails, and is not called something else."""
    with pytest.raises(KeyError):
        takes({"type": "tuple"})


def test_a_declaration_is_called_by_its_class() -> None:
    """Headings come from the names of classes."""
    assert [title("ForeignKeyDeclaration"), title("Table")] == ["Foreign key", "Table"]


@pytest.mark.parametrize("name", pages())
def test_every_link_leads_somewhere(name: str) -> None:
    """A link to a file of the repository finds it, and its heading."""
    here = ROOT / name
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)", here.read_text(encoding="utf-8")):
        file = here.parent / target if target else here
        assert file.exists(), f"{name} links to {target}"
        assert not anchor or anchor in anchors(file), f"{name} links to {target}#{anchor}"


def anchors(file: Path) -> set[str]:
    """Return the anchors of a page, as they are made from its headings."""
    headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
