# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, AnyNumeric, Text


class Order(BaseModel):
    """A row of app.orders."""

    TABLE: ClassVar = ("app", "orders")
    COLUMNS: ClassVar = ("id", "customer", "amount")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    customer: str
    amount: AnyNumeric


class OrderInsert(BaseModel, extra="forbid"):
    """A new row of app.orders."""

    customer: Text
    amount: Annotated[Decimal, Field(max_digits=12, decimal_places=2)]


class OrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.orders."""

    customer: Text = UNSET
    amount: Annotated[Decimal, Field(max_digits=12, decimal_places=2)] = UNSET
