# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, AnyNumeric, Numeric


class Purchase(BaseModel):
    """A row of app.purchases."""

    TABLE: ClassVar = ("app", "purchases")
    COLUMNS: ClassVar = ("id", "amount")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    amount: AnyNumeric


class PurchaseInsert(BaseModel, extra="forbid"):
    """A new row of app.purchases."""

    amount: Numeric


class PurchaseUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.purchases."""

    amount: Numeric = UNSET
