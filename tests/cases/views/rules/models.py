# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class User(BaseModel):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "name")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    id: BigInt
    name: Text


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    id: BigInt = UNSET
    name: Text = UNSET


class Log(BaseModel):
    """A row of app.log."""

    TABLE: ClassVar = ("app", "log")
    COLUMNS: ClassVar = ("what",)
    PRIMARY_KEY: ClassVar = ()

    what: str


class LogInsert(BaseModel, extra="forbid"):
    """A new row of app.log."""

    what: Text


class LogUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.log."""

    what: Text = UNSET
