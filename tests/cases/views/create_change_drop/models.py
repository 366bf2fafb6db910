# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer, Text


class User(BaseModel):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "name", "email", "active", "score")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str
    email: str | None
    active: bool
    score: int


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    name: Text
    email: Text | None = None
    active: bool = True
    score: Integer = 0


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    name: Text = UNSET
    email: Text | None = UNSET
    active: bool = UNSET
    score: Integer = UNSET
