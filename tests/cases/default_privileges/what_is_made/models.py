# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer, Text


class Level(StrEnum):
    """The enum app.level."""

    LOW = "low"
    HIGH = "high"


class User(BaseModel):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "at", "level", "counted")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    at: str | None
    level: Level
    counted: int


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    at: Text | None = None
    level: Level
    counted: Integer = UNSET


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    at: Text | None = UNSET
    level: Level = UNSET
    counted: Integer = UNSET


class Order(BaseModel):
    """A row of app.orders."""

    TABLE: ClassVar = ("app", "orders")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class OrderInsert(BaseModel, extra="forbid"):
    """A new row of app.orders."""


class OrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.orders."""


class Line(BaseModel):
    """A row of app.lines."""

    TABLE: ClassVar = ("app", "lines")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class LineInsert(BaseModel, extra="forbid"):
    """A new row of app.lines."""

    id: BigInt


class LineUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.lines."""

    id: BigInt = UNSET


# Written by fluxc from schema/other; do not edit.
"""The domain other."""
