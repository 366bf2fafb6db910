# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, AnyNumeric, BigInt, Numeric


class Order(BaseModel):
    """A row of app.orders."""

    TABLE: ClassVar = ("app", "orders")
    COLUMNS: ClassVar = ("id", "total")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    total: AnyNumeric


class OrderInsert(BaseModel, extra="forbid"):
    """A new row of app.orders."""

    total: Numeric


class OrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.orders."""

    total: Numeric = UNSET


class Item(BaseModel):
    """A row of app.items."""

    TABLE: ClassVar = ("app", "items")
    COLUMNS: ClassVar = ("id", "size")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    size: int


class ItemInsert(BaseModel, extra="forbid"):
    """A new row of app.items."""

    size: BigInt


class ItemUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.items."""

    size: BigInt = UNSET


class Fresh(BaseModel):
    """A row of app.fresh."""

    TABLE: ClassVar = ("app", "fresh")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class FreshInsert(BaseModel, extra="forbid"):
    """A new row of app.fresh."""


class FreshUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.fresh."""
