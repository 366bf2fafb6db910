# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, Integer


class Order(BaseModel):
    """A row of app.orders."""

    TABLE: ClassVar = ("app", "orders")
    COLUMNS: ClassVar = ("id", "total")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    total: int


class OrderInsert(BaseModel, extra="forbid"):
    """A new row of app.orders."""

    total: Annotated[Integer, Field(gt=0)]


class OrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.orders."""

    total: Annotated[Integer, Field(gt=0)] = UNSET
