# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class User(BaseModel):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "email")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    email: str


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    id: BigInt
    email: Text


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    id: BigInt = UNSET
    email: Text = UNSET
