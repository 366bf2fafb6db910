# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class Took(BaseModel):
    """A row of app.took."""

    TABLE: ClassVar = ("app", "took")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class TookInsert(BaseModel, extra="forbid"):
    """A new row of app.took."""

    id: BigInt


class TookUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.took."""

    id: BigInt = UNSET


class Order(BaseModel):
    """A row of app.orders."""

    TABLE: ClassVar = ("app", "orders")
    COLUMNS: ClassVar = ("id", "customer", "amount")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    customer: str
    amount: int


class OrderInsert(BaseModel, extra="forbid"):
    """A new row of app.orders."""

    customer: Text
    amount: BigInt


class OrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.orders."""

    customer: Text = UNSET
    amount: BigInt = UNSET
