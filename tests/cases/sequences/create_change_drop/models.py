# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class Order(BaseModel):
    """A row of app.orders."""

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
