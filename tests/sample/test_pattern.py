"""Texts for regular expressions and patterns of LIKE."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxc.sample import contents, fill
from fluxc.sample.constants import constants
from fluxc.sample.pattern import from_like, from_pattern

if TYPE_CHECKING:
    from tests.sample.conftest import Connect

PATTERNS = (
    "^[A-Z]{3}-\\d{4}$",
    "^(foo|bar)+$",
    "^[^@ ]+@[^@ ]+\\.[a-z]{2,}$",
    "^\\+?[1-9]\\d{1,14}$",
    "^[[:alpha:]_][[:alnum:]_]*$",
    "^(?:a|b)c?d{2}$",
    "\\S",
    "^#[0-9a-fA-F]{6}$",
    "^v\\d+(\\.\\d+){2}$",
    "^[]a]$",
    "^.{8,}$",
    "^https?://",
    "^\\w+$",
    "^a|b$",
)


def test_what_is_made_matches(connect: Connect) -> None:
    """The server itself says that it does, for each as the only thing that a column may hold."""
    columns = ", ".join(f"c{n} text not null check (c{n} ~ $p${pattern}$p$)" for n, pattern in enumerate(PATTERNS))
    connection = connect(f"create table t ({columns}, l varchar(9) not null unique check (l like 'a\\_%_z'))")

    assert fill(connection).made == {("public", "t"): 3}
    (there,) = contents(connection, [("public", "t")]).values()
    assert {row[0] for row in there.rows} == {"AAA-0000", "AAA-0001", "AAA-0002"}


@pytest.mark.parametrize("pattern", ["plain", "^(a", "[", "a{999}", "(?!x)y+", "*a", "[^ -~]"])
def test_what_is_no_simple_pattern_gives_nothing(pattern: str) -> None:
    """And raises nothing."""
    assert from_pattern(pattern) is None


def test_a_text_without_signs_is_no_pattern_of_like() -> None:
    """Such a constant is tried as it is."""
    assert from_like("plain") is None


def test_constants_are_read_from_conditions() -> None:
    """Strings of all forms, and numbers, those in strings among them; a text that is no SQL has none."""
    found = constants(["a > 10 and b < '-2.5'::numeric", "c = E'it\\'s' or d = $x$y$x$ or e = 'it''s'", "'open"])

    assert found.strings == ("-2.5", "it's", "y")
    assert [str(number) for number in found.numbers] == ["-2.5", "10"]
