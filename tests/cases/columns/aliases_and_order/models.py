# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime
from decimal import Decimal

from pydantic import BaseModel

from ._values import UNSET


class T(BaseModel):
    """A row of app.t."""

    c: Decimal
    a: int
    b: bool
    e: list[str]
    d: datetime
    f: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    c: Decimal
    a: int
    b: bool = True
    e: list[str]
    d: datetime
    f: str


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    c: Decimal = UNSET
    a: int = UNSET
    b: bool = UNSET
    e: list[str] = UNSET
    d: datetime = UNSET
    f: str = UNSET
