# Written by fluxc from schema/app; do not edit.
"""A small shop."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field

from ._values import UNSET


class OrderStatus(StrEnum):
    """The enum app.order_status."""

    NEW = "new"
    PAID = "paid"
    SENT = "sent"


class Customer(BaseModel):
    """People who buy."""

    id: int
    email: str
    name: Annotated[str, Field(description="As the customer writes it.")]
    score: Decimal


class CustomerInsert(BaseModel, extra="forbid"):
    """A new row of app.customers."""

    email: str
    name: Annotated[str, Field(description="As the customer writes it.")]
    score: Decimal = Decimal(0)


class CustomerUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.customers."""

    email: str = UNSET
    name: Annotated[str, Field(description="As the customer writes it.")] = UNSET
    score: Decimal = UNSET


class Order(BaseModel):
    """A row of app.orders."""

    id: int
    customer_id: int
    status: OrderStatus
    placed_at: datetime
    tags: list[str]


class OrderInsert(BaseModel, extra="forbid"):
    """A new row of app.orders."""

    customer_id: int
    status: OrderStatus = OrderStatus.NEW
    placed_at: datetime = UNSET
    tags: list[str] = UNSET


class OrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.orders."""

    customer_id: int = UNSET
    status: OrderStatus = UNSET
    placed_at: datetime = UNSET
    tags: list[str] = UNSET


class OrderLine(BaseModel):
    """A row of app.order_lines."""

    order_id: int
    line: int
    amount: int


class OrderLineInsert(BaseModel, extra="forbid"):
    """A new row of app.order_lines."""

    order_id: int
    line: int
    amount: int = 1


class OrderLineUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.order_lines."""

    order_id: int = UNSET
    line: int = UNSET
    amount: int = UNSET
