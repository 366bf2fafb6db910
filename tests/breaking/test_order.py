"""What is deployed first: the migration, or the code that goes with it."""

from __future__ import annotations

import pytest

from fluxc.breaking.order import deploy_order
from tests.breaking.states import TODAY, side

USERS = "tables: {{users: {{columns: {{id: bigint primary key, {columns}}}{more}}}}}"


def users(columns: str, more: str = "") -> str:
    return USERS.format(columns=columns, more=f", {more}" if more else "")


@pytest.mark.parametrize(
    ("before", "after", "order"),
    [
        (users("name: text"), users("name: text", "indexes: [name]"), "either"),
        (users("name: text"), users("name: text, age: integer?"), "migrate first"),
        (users("name: text, age: integer?"), users("name: text"), "code first"),
        (users("name: text"), users("name: text", "checks: [name <> '']"), "code first"),
        (users("name: text, age: integer?"), users("name: text, born: date?"), "neither"),
        (users("name: text"), users("called: {type: text, was: name}"), "neither"),
    ],
)
def test_the_order(before: str, after: str, order: str) -> None:
    """Code from before meets the new database, or new code the old one, or neither does well."""
    assert deploy_order(side(before), side(after), (), TODAY) == order
