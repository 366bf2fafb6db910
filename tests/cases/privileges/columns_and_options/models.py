# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class User(BaseModel):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "email", "counted", "gone")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    email: str
    counted: int
    gone: int


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    email: Text


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    email: Text = UNSET


class Fresh(BaseModel):
    """A row of app.fresh."""

    TABLE: ClassVar = ("app", "fresh")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class FreshInsert(BaseModel, extra="forbid"):
    """A new row of app.fresh."""

    id: BigInt = UNSET


class FreshUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.fresh."""

    id: BigInt = UNSET
