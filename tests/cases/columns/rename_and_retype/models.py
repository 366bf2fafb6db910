# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from decimal import Decimal

from pydantic import BaseModel

from ._values import UNSET


class T(BaseModel):
    """A row of app.t."""

    amount: Decimal


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    amount: Decimal = Decimal("0.5")


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    amount: Decimal = UNSET
