# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


class Order(BaseModel):
    """A row of app.orders."""

    TABLE: ClassVar = ("app", "orders")
    COLUMNS: ClassVar = ("id", "counted")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    counted: int


class OrderInsert(BaseModel, extra="forbid"):
    """A new row of app.orders."""

    id: BigInt


class OrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.orders."""

    id: BigInt = UNSET
