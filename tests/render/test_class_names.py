"""Class names of tables and enums."""

from __future__ import annotations

import pytest

from fluxc.model.state import Key
from fluxc.render.class_names import class_names, enum_named, singular_class_name, table_named


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("users", "User"),
        ("user_roles", "UserRole"),
        ("categories", "Category"),
        ("addresses", "Address"),
        ("statuses", "Status"),
        ("status", "Status"),
        ("news", "News"),
        ("people", "Person"),
        ("boxes", "Box"),
        ("branches", "Branch"),
        ("caches", "Cache"),
        ("houses", "House"),
        ("causes", "Cause"),
        ("purchases", "Purchase"),
        ("heroes", "Hero"),
        ("videos", "Video"),
        ("analyses", "Analysis"),
        ("archives", "Archive"),
        ("OrderItems", "OrderItem"),
        ("ORDERS", "Order"),
        ("__staff__", "Staff"),
        ("2fa_codes", "Table2faCode"),
        ("größen", "Größen"),
        ('we"ird; --', "WeIrd"),
        ("--", "Table"),
        ("s", "S"),
        ("os", "Os"),
    ],
)
def test_table_names_become_singular_words_in_capitals(table: str, name: str) -> None:
    """A class is called like one row of its table."""
    assert singular_class_name(table, "Table") == name


def _names(tables: list[str], enums: list[str] = []) -> dict[str, str]:  # noqa: B006  # read only
    items = [table_named(Key("table", ("app", name))) for name in tables]
    items += [enum_named(Key("enum", ("app", name))) for name in enums]
    return {f"{key.kind} {key.path[-1]}": name for key, name in class_names(items).items()}


@pytest.mark.parametrize(
    ("tables", "enums", "expected"),
    [
        (["users", "user"], [], {"table user": "User", "table users": "Users"}),
        (["Users", "users"], [], {"table Users": "User", "table users": "Users"}),
        (["user_insert", "users"], [], {"table users": "User", "table user_insert": "UserInsert_"}),
        (["user_statuses"], ["user_status"], {"enum user_status": "UserStatus", "table user_statuses": "UserStatuses"}),
        (["users"], ["user_update"], {"table users": "User", "enum user_update": "UserUpdate_"}),
        (["a-b", "a b", "a_b"], [], {"table a b": "AB", "table a-b": "AB_", "table a_b": "AB__"}),
        (["none", "trues"], [], {"table none": "None_", "table trues": "Trues"}),
    ],
)
def test_clashing_names_fall_back_whatever_the_order(
    tables: list[str], enums: list[str], expected: dict[str, str]
) -> None:
    """The same tables get the same names in every order of the files, and none of them twice."""
    assert _names(tables, enums) == expected
    assert _names(tables[::-1], enums[::-1]) == expected
