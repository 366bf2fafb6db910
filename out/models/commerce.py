# Written by fluxc from schema/commerce; do not edit.
"""What is sold, to whom, and how it is paid."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field, JsonValue

from ._values import UNSET, Json


class OrderStatus(StrEnum):
    """The enum commerce.order_status."""

    OPEN = "open"
    PAID = "paid"
    SENT = "sent"
    CANCELLED = "cancelled"


class PaymentMethod(StrEnum):
    """The enum commerce.payment_method."""

    CARD = "card"
    TRANSFER = "transfer"
    CASH = "cash"


class Product(BaseModel):
    """What is sold."""

    id: int
    sku: Annotated[str, Field(description="The number on the shelf.")]
    name: str
    price: Decimal
    stock: int
    attributes: Annotated[
        JsonValue,
        Field(description="Whatever a product of its kind has: colour, size, weight."),
    ]
    created_at: datetime
    updated_at: datetime


class ProductInsert(BaseModel, extra="forbid"):
    """A new row of commerce.products."""

    sku: Annotated[str, Field(description="The number on the shelf.")]
    name: str
    price: Decimal
    stock: int = 0
    attributes: Annotated[
        Json,
        Field(description="Whatever a product of its kind has: colour, size, weight."),
    ] = UNSET
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class ProductUpdate(BaseModel, extra="forbid"):
    """Changes to a row of commerce.products."""

    sku: Annotated[str, Field(description="The number on the shelf.")] = UNSET
    name: str = UNSET
    price: Decimal = UNSET
    stock: int = UNSET
    attributes: Annotated[
        Json,
        Field(description="Whatever a product of its kind has: colour, size, weight."),
    ] = UNSET
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class Promotion(BaseModel):
    """Periods in which a product costs less."""

    id: int
    product_id: int
    discount: Annotated[Decimal, Field(description="In per cent.")]
    during: str


class PromotionInsert(BaseModel, extra="forbid"):
    """A new row of commerce.promotions."""

    product_id: int
    discount: Annotated[Decimal, Field(description="In per cent.")]
    during: str


class PromotionUpdate(BaseModel, extra="forbid"):
    """Changes to a row of commerce.promotions."""

    product_id: int = UNSET
    discount: Annotated[Decimal, Field(description="In per cent.")] = UNSET
    during: str = UNSET


class Order(BaseModel):
    """What somebody wants to have."""

    id: int
    customer_id: int
    number: str
    status: OrderStatus
    note: str | None
    created_at: datetime
    updated_at: datetime


class OrderInsert(BaseModel, extra="forbid"):
    """A new row of commerce.orders."""

    customer_id: int
    number: str
    status: OrderStatus = OrderStatus.OPEN
    note: str | None = None
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class OrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of commerce.orders."""

    customer_id: int = UNSET
    number: str = UNSET
    status: OrderStatus = UNSET
    note: str | None = UNSET
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class OrderItem(BaseModel):
    """The lines of an order."""

    order_id: int
    line: int
    product_id: int
    quantity: int
    unit_price: Decimal
    total: Decimal


class OrderItemInsert(BaseModel, extra="forbid"):
    """A new row of commerce.order_items."""

    order_id: int
    line: int
    product_id: int
    quantity: int
    unit_price: Decimal


class OrderItemUpdate(BaseModel, extra="forbid"):
    """Changes to a row of commerce.order_items."""

    order_id: int = UNSET
    line: int = UNSET
    product_id: int = UNSET
    quantity: int = UNSET
    unit_price: Decimal = UNSET


class Payment(BaseModel):
    """What was paid for an order."""

    id: int
    order_id: int
    method: PaymentMethod
    reference: str | None
    paid_at: datetime
    amount: Decimal
    currency: str
    created_at: datetime
    updated_at: datetime


class PaymentInsert(BaseModel, extra="forbid"):
    """A new row of commerce.payments."""

    order_id: int
    method: PaymentMethod
    reference: str | None = None
    paid_at: datetime = UNSET
    amount: Decimal
    currency: str = "EUR"
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class PaymentUpdate(BaseModel, extra="forbid"):
    """Changes to a row of commerce.payments."""

    order_id: int = UNSET
    method: PaymentMethod = UNSET
    reference: str | None = UNSET
    paid_at: datetime = UNSET
    amount: Decimal = UNSET
    currency: str = UNSET
    created_at: datetime = UNSET
    updated_at: datetime = UNSET
