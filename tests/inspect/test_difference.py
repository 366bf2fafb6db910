"""The comparison of two catalogues as values, without a server."""

from __future__ import annotations

import pytest

from fluxc.inspect import Catalogue, Difference, differences, qualified
from fluxc.inspect.catalogue import Fact

TABLE = Fact("table", ("app", "t"), {"kind": "ordinary"})
COLUMN = Fact("column", ("app", "t", "x"), {"type": "text", "default": None}, ("app", "t"), position=1)
INDEX = Fact("index", ("app", "i"), {"unique": True}, ("app", "t"))


def test_order_of_facts_does_not_matter() -> None:
    """Catalogues of the same facts are equal, in whatever order they were read."""
    one, other = Catalogue.of([TABLE, COLUMN, INDEX]), Catalogue.of([INDEX, COLUMN, TABLE])
    assert one == other
    assert differences(one, other) == ()


def test_one_name_twice() -> None:
    """Two facts with one name would hide each other, and are refused."""
    with pytest.raises(ValueError, match=r"column app\.t\.x was read twice"):
        Catalogue.of([COLUMN, COLUMN])


def test_a_table_stands_for_what_belongs_to_it() -> None:
    """A table on one side only is one difference, in either direction."""
    empty, full = Catalogue.of([]), Catalogue.of([TABLE, COLUMN, INDEX])
    assert [found.text for found in differences(full, empty)] == ["table app.t is missing"]
    assert [found.text for found in differences(empty, full)] == ["table app.t is not expected"]


def test_what_belongs_to_a_table_of_neither_side() -> None:
    """A difference on something that is not read as a table, such as a view, is not lost."""
    assert [found.text for found in differences(Catalogue.of([INDEX]), Catalogue.of([]))] == ["index app.i is missing"]


def test_an_attribute_that_is_absent() -> None:
    """An attribute on one side only is reported against none, and zero, no and an empty text are not absent."""
    values = (0, False, "")
    bare = Catalogue.of([Fact("sequence", ("s",), {})])
    for value in values:
        other = Catalogue.of([Fact("sequence", ("s",), {"cache": value})])
        assert differences(bare, other) == (Difference("sequence", "s", "cache", None, value),)
        assert differences(other, bare) == (Difference("sequence", "s", "cache", value, None),)


def test_differences_are_sorted() -> None:
    """Differences come by kind, then object, then attribute."""
    facts = [Fact(kind, (name,), {"b": 1, "a": 1}) for kind in ("y", "x") for name in ("q", "p")]
    others = [Fact(kind, (name,), {"b": 2, "a": 2}) for kind in ("x", "y") for name in ("p", "q")]
    found = [
        (each.kind, each.object, each.attribute) for each in differences(Catalogue.of(facts), Catalogue.of(others))
    ]
    assert found == sorted(found)
    assert len(found) == 8


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("app", "users", "e_mail$2"), "app.users.e_mail$2"),
        (("a.b", "c"), '"a.b".c'),
        (("Users", "é", ""), '"Users"."é".""'),
        (('a"b', "x\n"), '"a""b"."x\n"'),
    ],
)
def test_qualified_names(parts: tuple[str, ...], name: str) -> None:
    """A part that is no plain word is quoted, so that different names never look alike."""
    assert qualified(*parts) == name


def test_what_is_invalid() -> None:
    """An index that a failed build left is told of in one word, also where nothing is known of it."""
    bad = Fact("index", ("app", "i"), {"unique": True, "valid": False}, ("app", "t"))
    good = Fact("index", ("app", "i"), {"unique": True, "valid": True}, ("app", "t"))
    key, broken = (Fact("constraint", ("app", "t", "k"), {"index valid": each}) for each in (True, False))
    found = Catalogue.of([TABLE, bad, broken])
    texts = ["constraint app.t.k has an invalid index", "index app.i is invalid"]
    assert [item.text for item in differences(Catalogue.of([TABLE, good, key]), found)] == texts
    missing = differences(Catalogue.of([TABLE, key]), found)
    assert [item.text for item in missing] == [texts[0], "index app.i is not expected", texts[1]]
