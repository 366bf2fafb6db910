"""What a text of SQL mentions, and which texts say the same."""

from __future__ import annotations

import pytest

from fluxc.model.mentions import named_paths, substance, words

PLACES: dict[str, set[tuple[str, str]]] = {
    "select * from users": {("app", "users"), ("public", "users")},
    "select users from app.people as p": {("app", "people")},
    'select 1 from "Odd One" join other on a.b': {
        ("app", "Odd One"),
        ("public", "Odd One"),
        ("app", "other"),
        ("public", "other"),
        ("a", "b"),
    },
    "cast(f(x) as level)": {("app", "f"), ("public", "f"), ("app", "level"), ("public", "level")}
    | {("app", "cast"), ("public", "cast")},
    "total(3) + a": {("app", "total"), ("public", "total")},
    "x::level": {("app", "level"), ("public", "level")},
    "nextval('other.s'::regclass)": {("other", "s"), ("app", "nextval"), ("public", "nextval")}
    | {("app", "regclass"), ("public", "regclass")},
    "'other.t'::regclass is null": {("other", "t"), ("app", "regclass"), ("public", "regclass")},
    "-- from nowhere\n1": set(),
    "'from users'": set(),
    "'": set(),
}


@pytest.mark.parametrize("text", PLACES)
def test_objects_are_found_by_their_place(text: str) -> None:
    """A qualified name always counts, a bare one where an object may stand, what is in a comment never."""
    assert named_paths(text, "app") == PLACES[text]


def test_words_are_all_names() -> None:
    """Columns are found among them, and the star that means all of them."""
    assert words('select "A b", c.d from t') == {"select", "A b", "c", "d", "from", "t"}
    assert "*" in words("select * from t")


def test_layout_is_no_substance() -> None:
    """Comments, white space and the case of words do not count; strings do."""
    assert substance("SELECT a -- why\n  from T") == substance("select a from t")
    assert substance("select 'A'") != substance("select 'a'")
