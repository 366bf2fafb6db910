"""What is deployed first: the migration, or the code that goes with it."""

from __future__ import annotations

import pytest

from fluxc.breaking.order import deployment
from tests.breaking.states import TODAY, side

USERS = "tables: {{users: {{columns: {{id: bigint primary key, {columns}}}{more}}}}}"

PEOPLE = "tables: {people: {was: users, large: true, columns: {id: bigint primary key, name: text}}}"
RENAMED = "c: {type: text, was: a}"
VIEW = "\nviews: {{v: select {} from app.users}}"


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
        (users("name: text"), users("called: {type: text, was: name}", "large: true"), "migrate first"),
        (users("name: text?"), users("name: {type: text, backfill: \"''\"}", "online: true"), "migrate first"),
        (users("name: text"), users("age: {type: integer, backfill: '1'}, name: text", "large: true"), "migrate first"),
        (users("name: text"), PEOPLE, "migrate first"),
        (users("a: text, b: text"), users(RENAMED, "large: true"), "neither"),
        (
            users("a: text") + VIEW.format("a"),
            users(RENAMED, "large: true") + VIEW.format("c"),
            "neither",
        ),
    ],
)
def test_the_order(before: str, after: str, order: str) -> None:
    """Code from before meets the new database, or new code the old one, or neither does well."""
    assert deployment(side(before), side(after), (), TODAY).order == order
