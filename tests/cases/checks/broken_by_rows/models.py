# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class Order(BaseModel):
    """A row of app.orders."""

    id: int
    total: int


class OrderInsert(BaseModel, extra="forbid"):
    """A new row of app.orders."""

    total: int


class OrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.orders."""

    total: int = UNSET
