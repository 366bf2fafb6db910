# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, AnyNumeric, BigInt, Integer, Text


class Status(StrEnum):
    """The enum app.status."""

    DRAFT = "draft"
    POSTED = "posted"
    CANCELLED = "cancelled"
    PAID = "paid"


class Customer(BaseModel):
    """Who pays."""

    TABLE: ClassVar = ("app", "customers")
    COLUMNS: ClassVar = ("id", "name", "email")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str
    email: str


class CustomerInsert(BaseModel, extra="forbid"):
    """A new row of app.customers."""

    id: BigInt = UNSET
    name: Annotated[Text, Field(max_length=80)]
    email: Text


class CustomerUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.customers."""

    id: BigInt = UNSET
    name: Annotated[Text, Field(max_length=80)] = UNSET
    email: Text = UNSET


class Invoice(BaseModel):
    """A row of app.invoices."""

    TABLE: ClassVar = ("app", "invoices")
    COLUMNS: ClassVar = ("id", "customer_id", "status", "total", "due")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    customer_id: int
    status: Status
    total: AnyNumeric
    due: date


class InvoiceInsert(BaseModel, extra="forbid"):
    """A new row of app.invoices."""

    id: BigInt = UNSET
    customer_id: BigInt
    status: Status = Status.CANCELLED
    total: Annotated[Decimal, Field(max_digits=12, decimal_places=2, ge=0)] = Decimal(0)
    due: date


class InvoiceUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.invoices."""

    id: BigInt = UNSET
    customer_id: BigInt = UNSET
    status: Status = UNSET
    total: Annotated[Decimal, Field(max_digits=12, decimal_places=2, ge=0)] = UNSET
    due: date = UNSET


class Line(BaseModel):
    """A row of app.lines."""

    TABLE: ClassVar = ("app", "lines")
    COLUMNS: ClassVar = ("invoice_id", "line", "amount")
    PRIMARY_KEY: ClassVar = ("invoice_id", "line")

    invoice_id: int
    line: int
    amount: AnyNumeric


class LineInsert(BaseModel, extra="forbid"):
    """A new row of app.lines."""

    invoice_id: BigInt
    line: Integer
    amount: Annotated[Decimal, Field(max_digits=12, decimal_places=2)]


class LineUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.lines."""

    invoice_id: BigInt = UNSET
    line: Integer = UNSET
    amount: Annotated[Decimal, Field(max_digits=12, decimal_places=2)] = UNSET
