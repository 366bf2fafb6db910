# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from decimal import Decimal

from pydantic import BaseModel

from ._values import UNSET


class T(BaseModel):
    """A row of app.t."""

    a: str
    b: int
    c: Decimal
    d: date


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: str
    b: int
    c: Decimal
    d: date


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: str = UNSET
    b: int = UNSET
    c: Decimal = UNSET
    d: date = UNSET
