# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class Order(BaseModel):
    """A row of app.orders."""

    TABLE: ClassVar = ("app", "orders")
    COLUMNS: ClassVar = ("number", "other")
    PRIMARY_KEY: ClassVar = ("number",)

    number: int
    other: int


class OrderInsert(BaseModel, extra="forbid"):
    """A new row of app.orders."""

    number: BigInt = UNSET
    other: Integer = UNSET


class OrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.orders."""

    number: BigInt = UNSET
    other: Integer = UNSET
