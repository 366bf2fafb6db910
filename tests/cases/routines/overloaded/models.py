# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, AnyNumeric, BigInt, Numeric


class Bill(BaseModel):
    """A row of app.bills."""

    TABLE: ClassVar = ("app", "bills")
    COLUMNS: ClassVar = ("id", "amount", "net")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    amount: AnyNumeric
    net: AnyNumeric


class BillInsert(BaseModel, extra="forbid"):
    """A new row of app.bills."""

    id: BigInt
    amount: Numeric = UNSET


class BillUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.bills."""

    id: BigInt = UNSET
    amount: Numeric = UNSET
