"""What an older server has no word for is no difference from a newer one."""

from __future__ import annotations

from fluxc.inspect.catalogue import Catalogue, Fact
from fluxc.inspect.versions import worded_for

ALL = "delete, insert, maintain, select"
OLDER = "delete, insert, select"


def catalogue(**roles: str) -> Catalogue:
    """Return a catalogue in which roles may do something with a table."""
    return Catalogue.of(
        [Fact("table", ("app", "t"), {"comment": ALL}), Fact("privileges on table", ("app", "t"), roles)]
    )


def test_a_privilege_that_came_later_is_left_out() -> None:
    """Between 17 and 16 it does not count, in either direction; a role that has nothing else goes."""
    newer = catalogue(reader=ALL, keeper="maintain with grant option", nobody="nothing")
    older = catalogue(reader=OLDER, nobody="nothing")
    assert newer != older
    assert worded_for(newer, 17, 16) == worded_for(older, 16, 17) == older
    assert worded_for(newer, 18, 17) == newer
    assert worded_for(newer, 17, 17) == newer


def test_an_object_of_which_nothing_is_left_goes() -> None:
    """Where a server before 17 has no privileges to tell, none are told."""
    (key,) = worded_for(catalogue(keeper="maintain"), 18, 14).objects
    assert key.kind == "table"


def test_names_of_not_null_constraints_came_with_18() -> None:
    """Before, there are none to differ."""
    named = Fact("column", ("app", "t", "c"), {"type": "text", "not-null constraint": "given"})
    catalogue, plain = (Catalogue.of([item]) for item in (named, Fact("column", ("app", "t", "c"), {"type": "text"})))
    assert worded_for(catalogue, 18, 17) == plain
    assert worded_for(catalogue, 18, 18) == catalogue
