# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


class User(BaseModel):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    id: BigInt


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    id: BigInt = UNSET


class Order(BaseModel):
    """A row of app.orders."""

    TABLE: ClassVar = ("app", "orders")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class OrderInsert(BaseModel, extra="forbid"):
    """A new row of app.orders."""

    id: BigInt


class OrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.orders."""

    id: BigInt = UNSET


class Kept(BaseModel):
    """A row of app.kept."""

    TABLE: ClassVar = ("app", "kept")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class KeptInsert(BaseModel, extra="forbid"):
    """A new row of app.kept."""

    id: BigInt


class KeptUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.kept."""

    id: BigInt = UNSET
