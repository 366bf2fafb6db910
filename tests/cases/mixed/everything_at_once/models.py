# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel

from ._values import UNSET


class Status(StrEnum):
    """The enum app.status."""

    DRAFT = "draft"
    POSTED = "posted"
    CANCELLED = "cancelled"
    PAID = "paid"


class Customer(BaseModel):
    """Who pays."""

    id: int
    name: str
    email: str


class CustomerInsert(BaseModel, extra="forbid"):
    """A new row of app.customers."""

    id: int = UNSET
    name: str
    email: str


class CustomerUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.customers."""

    id: int = UNSET
    name: str = UNSET
    email: str = UNSET


class Invoice(BaseModel):
    """A row of app.invoices."""

    id: int
    customer_id: int
    status: Status
    total: Decimal
    due: date


class InvoiceInsert(BaseModel, extra="forbid"):
    """A new row of app.invoices."""

    id: int = UNSET
    customer_id: int
    status: Status = Status.CANCELLED
    total: Decimal = Decimal(0)
    due: date


class InvoiceUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.invoices."""

    id: int = UNSET
    customer_id: int = UNSET
    status: Status = UNSET
    total: Decimal = UNSET
    due: date = UNSET


class Line(BaseModel):
    """A row of app.lines."""

    invoice_id: int
    line: int
    amount: Decimal


class LineInsert(BaseModel, extra="forbid"):
    """A new row of app.lines."""

    invoice_id: int
    line: int
    amount: Decimal


class LineUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.lines."""

    invoice_id: int = UNSET
    line: int = UNSET
    amount: Decimal = UNSET
