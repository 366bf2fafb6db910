# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime
from decimal import Decimal

from pydantic import BaseModel

from ._values import UNSET


class T(BaseModel):
    """A row of app.t."""

    a: str
    b: str
    c: int
    d: Decimal
    e: datetime
    f: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: str
    b: str
    c: int
    d: Decimal
    e: datetime
    f: str


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: str = UNSET
    b: str = UNSET
    c: int = UNSET
    d: Decimal = UNSET
    e: datetime = UNSET
    f: str = UNSET
