"""Parts of indexes as people write them."""

from __future__ import annotations

import pytest

from fluxc.model.part_text import PartText, PartTextError, opclass_text, take_apart


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name", PartText("name")),
        ("name desc", PartText("name", descending=True)),
        ("Name asc nulls first", PartText("Name", nulls="first")),
        ("name text_pattern_ops", PartText("name", opclass="text_pattern_ops")),
        ("lower(name)", PartText("lower(name)")),
        (
            "lower(name) text_pattern_ops desc nulls last",
            PartText("lower(name)", None, "text_pattern_ops", True, "last"),
        ),
        ('name collate "C"', PartText("name", collation='"C"')),
        ('name collate "C" varchar_pattern_ops', PartText("name", '"C"', "varchar_pattern_ops")),
        ("name collate pg_catalog.c", PartText("name", collation="pg_catalog.c")),
        ("title gist_trgm_ops(siglen=32)", PartText("title", opclass="gist_trgm_ops(siglen='32')")),
        ("(a || b) public.gin_trgm_ops", PartText("(a || b)", opclass="public.gin_trgm_ops")),
        ("a || lower(b)", PartText("a || lower(b)")),
        ("at at time zone zone", PartText("at at time zone zone")),
        ("email is null", PartText("email is null")),
        ("data ->> 'x'", PartText("data ->> 'x'")),
        ("coalesce(a, b) desc", PartText("coalesce(a, b)", descending=True)),
        ("desc", PartText("desc")),
        ('"desc" desc', PartText('"desc"', descending=True)),
    ],
)
def test_a_part_is_taken_apart(text: str, expected: PartText) -> None:
    """What stands behind a column or an expression is told from it."""
    assert take_apart(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("room with =", PartText("room", operator="=")),
        ("during range_ops with &&", PartText("during", opclass="range_ops", operator="&&")),
        ("lower(a) with operator(pg_catalog.=)", PartText("lower(a)", operator="operator(pg_catalog.=)")),
        ("with with <>", PartText("with", operator="<>")),
    ],
)
def test_an_operator_ends_a_part_of_an_exclusion_constraint(text: str, expected: PartText) -> None:
    """The last `with` begins the operator."""
    assert take_apart(text, excluding=True) == expected


@pytest.mark.parametrize("text", ["room", "room with", "room with = =", "room with x", "room with operator()"])
def test_what_is_no_operator_is_refused(text: str) -> None:
    """Nothing but an operator gets into the SQL as one."""
    with pytest.raises(PartTextError):
        take_apart(text, excluding=True)


@pytest.mark.parametrize("text", ["", "a b", "ops(x)", "ops(x = 1; drop)", "a + b", "'ops'"])
def test_what_is_no_operator_class_is_refused(text: str) -> None:
    """Nothing but a name with options gets into the SQL as an operator class."""
    with pytest.raises(PartTextError):
        opclass_text(text)
