# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class User(BaseModel):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "called", "mail", "born", "fresh")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    called: str
    mail: str
    born: date
    fresh: str


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    id: BigInt
    called: Text
    mail: Text
    born: date
    fresh: Text = ""


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    id: BigInt = UNSET
    called: Text = UNSET
    mail: Text = UNSET
    born: date = UNSET
    fresh: Text = UNSET


class Other(BaseModel):
    """A row of app.others."""

    TABLE: ClassVar = ("app", "others")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class OtherInsert(BaseModel, extra="forbid"):
    """A new row of app.others."""

    id: BigInt


class OtherUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.others."""

    id: BigInt = UNSET
