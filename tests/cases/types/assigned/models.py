# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime, time
from decimal import Decimal

from pydantic import BaseModel, JsonValue

from ._values import UNSET, Inet, Json


class T(BaseModel):
    """A row of app.t."""

    whole: int
    exact: Decimal
    price: str
    flags: str
    address: Inet
    object: str | None
    range: str
    shape: str
    numbers: list[int]
    day: datetime
    doc: JsonValue
    mac: str
    search: str
    span: time
    at: datetime
    letter: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    whole: int
    exact: Decimal
    price: str
    flags: str
    address: Inet
    object: str | None = None
    range: str
    shape: str
    numbers: list[int]
    day: datetime
    doc: Json
    mac: str
    search: str
    span: time
    at: datetime
    letter: str


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    whole: int = UNSET
    exact: Decimal = UNSET
    price: str = UNSET
    flags: str = UNSET
    address: Inet = UNSET
    object: str | None = UNSET
    range: str = UNSET
    shape: str = UNSET
    numbers: list[int] = UNSET
    day: datetime = UNSET
    doc: Json = UNSET
    mac: str = UNSET
    search: str = UNSET
    span: time = UNSET
    at: datetime = UNSET
    letter: str = UNSET
