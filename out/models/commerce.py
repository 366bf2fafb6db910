# Written by fluxc from schema/commerce; do not edit.
"""What is sold, to whom, and how it is paid."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field, JsonValue

from ._ranges import AnyDateRange, DateRange
from ._texts import Padded, PaddedText
from ._values import (
    UNSET,
    AnyNumeric,
    BigInt,
    Integer,
    Json,
    SmallInt,
    Text,
    Timestamptz,
)


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

    TABLE: ClassVar = ("commerce", "products")
    COLUMNS: ClassVar = (
        "id",
        "sku",
        "name",
        "price",
        "stock",
        "attributes",
        "created_at",
        "updated_at",
    )
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    sku: Annotated[str, Field(description="The number on the shelf.")]
    name: str
    price: AnyNumeric
    stock: int
    attributes: Annotated[
        JsonValue,
        Field(description="Whatever a product of its kind has: colour, size, weight."),
    ]
    created_at: datetime
    updated_at: datetime


class ProductInsert(BaseModel, extra="forbid"):
    """A new row of commerce.products."""

    sku: Annotated[Text, Field(max_length=40, description="The number on the shelf.")]
    name: Annotated[Text, Field(max_length=200)]
    price: Annotated[Decimal, Field(max_digits=12, decimal_places=2, ge=0)]
    stock: Annotated[Integer, Field(ge=0)] = 0
    attributes: Annotated[
        Json,
        Field(description="Whatever a product of its kind has: colour, size, weight."),
    ] = UNSET
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class ProductUpdate(BaseModel, extra="forbid"):
    """Changes to a row of commerce.products."""

    sku: Annotated[
        Text,
        Field(max_length=40, description="The number on the shelf."),
    ] = UNSET
    name: Annotated[Text, Field(max_length=200)] = UNSET
    price: Annotated[Decimal, Field(max_digits=12, decimal_places=2, ge=0)] = UNSET
    stock: Annotated[Integer, Field(ge=0)] = UNSET
    attributes: Annotated[
        Json,
        Field(description="Whatever a product of its kind has: colour, size, weight."),
    ] = UNSET
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class Promotion(BaseModel):
    """Periods in which a product costs less."""

    TABLE: ClassVar = ("commerce", "promotions")
    COLUMNS: ClassVar = ("id", "product_id", "discount", "during")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    product_id: int
    discount: Annotated[AnyNumeric, Field(description="In per cent.")]
    during: AnyDateRange


class PromotionInsert(BaseModel, extra="forbid"):
    """A new row of commerce.promotions."""

    product_id: BigInt
    discount: Annotated[
        Decimal,
        Field(max_digits=5, decimal_places=2, gt=0, le=100, description="In per cent."),
    ]
    during: DateRange


class PromotionUpdate(BaseModel, extra="forbid"):
    """Changes to a row of commerce.promotions."""

    product_id: BigInt = UNSET
    discount: Annotated[
        Decimal,
        Field(max_digits=5, decimal_places=2, gt=0, le=100, description="In per cent."),
    ] = UNSET
    during: DateRange = UNSET


class Order(BaseModel):
    """What somebody wants to have."""

    TABLE: ClassVar = ("commerce", "orders")
    COLUMNS: ClassVar = (
        "id",
        "customer_id",
        "number",
        "status",
        "note",
        "created_at",
        "updated_at",
    )
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    customer_id: int
    number: str
    status: OrderStatus
    note: str | None
    created_at: datetime
    updated_at: datetime


class OrderInsert(BaseModel, extra="forbid"):
    """A new row of commerce.orders."""

    customer_id: BigInt
    number: Annotated[Text, Field(max_length=20)]
    status: OrderStatus = OrderStatus.OPEN
    note: Text | None = None
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class OrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of commerce.orders."""

    customer_id: BigInt = UNSET
    number: Annotated[Text, Field(max_length=20)] = UNSET
    status: OrderStatus = UNSET
    note: Text | None = UNSET
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class OrderItem(BaseModel):
    """The lines of an order."""

    TABLE: ClassVar = ("commerce", "order_items")
    COLUMNS: ClassVar = (
        "order_id",
        "line",
        "product_id",
        "quantity",
        "unit_price",
        "total",
    )
    PRIMARY_KEY: ClassVar = ("order_id", "line")

    order_id: int
    line: int
    product_id: int
    quantity: int
    unit_price: AnyNumeric
    total: AnyNumeric


class OrderItemInsert(BaseModel, extra="forbid"):
    """A new row of commerce.order_items."""

    order_id: BigInt
    line: Annotated[SmallInt, Field(gt=0)]
    product_id: BigInt
    quantity: Annotated[Integer, Field(gt=0)]
    unit_price: Annotated[Decimal, Field(max_digits=12, decimal_places=2, ge=0)]


class OrderItemUpdate(BaseModel, extra="forbid"):
    """Changes to a row of commerce.order_items."""

    order_id: BigInt = UNSET
    line: Annotated[SmallInt, Field(gt=0)] = UNSET
    product_id: BigInt = UNSET
    quantity: Annotated[Integer, Field(gt=0)] = UNSET
    unit_price: Annotated[Decimal, Field(max_digits=12, decimal_places=2, ge=0)] = UNSET


class Payment(BaseModel):
    """What was paid for an order."""

    TABLE: ClassVar = ("commerce", "payments")
    COLUMNS: ClassVar = (
        "id",
        "order_id",
        "method",
        "reference",
        "paid_at",
        "amount",
        "currency",
        "created_at",
        "updated_at",
    )
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    order_id: int
    method: PaymentMethod
    reference: str | None
    paid_at: datetime
    amount: AnyNumeric
    currency: Padded
    created_at: datetime
    updated_at: datetime


class PaymentInsert(BaseModel, extra="forbid"):
    """A new row of commerce.payments."""

    order_id: BigInt
    method: PaymentMethod
    reference: Annotated[Text | None, Field(max_length=100)] = None
    paid_at: Timestamptz = UNSET
    amount: Annotated[Decimal, Field(max_digits=12, decimal_places=2, gt=0)]
    currency: Annotated[PaddedText, Field(max_length=3)] = "EUR"
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class PaymentUpdate(BaseModel, extra="forbid"):
    """Changes to a row of commerce.payments."""

    order_id: BigInt = UNSET
    method: PaymentMethod = UNSET
    reference: Annotated[Text | None, Field(max_length=100)] = UNSET
    paid_at: Timestamptz = UNSET
    amount: Annotated[Decimal, Field(max_digits=12, decimal_places=2, gt=0)] = UNSET
    currency: Annotated[PaddedText, Field(max_length=3)] = UNSET
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET
