# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime, time
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field, JsonValue, NaiveDatetime

from ._geometry import Path
from ._network import Inet
from ._numbers import Money
from ._texts import Bits, MacAddress8
from ._times import Time
from ._values import UNSET, AnyNumeric, BigInt, Json, Oid, Text, Timestamptz


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = (
        "whole",
        "exact",
        "price",
        "flags",
        "address",
        "object",
        "range",
        "shape",
        "numbers",
        "day",
        "doc",
        "mac",
        "search",
        "span",
        "at",
        "letter",
    )
    PRIMARY_KEY: ClassVar = ()

    whole: int
    exact: AnyNumeric
    price: str
    flags: str
    address: Inet
    object: int | None
    range: str
    shape: str
    numbers: list[int | None]
    day: datetime
    doc: JsonValue
    mac: str
    search: str
    span: time
    at: datetime
    letter: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    whole: BigInt
    exact: Annotated[Decimal, Field(max_digits=10, decimal_places=2)]
    price: Money
    flags: Bits
    address: Inet
    object: Oid | None = None
    range: Text
    shape: Path
    numbers: list[BigInt | None]
    day: Timestamptz
    doc: Json
    mac: MacAddress8
    search: Annotated[Text, Field(max_length=200)]
    span: Time
    at: NaiveDatetime
    letter: Text


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    whole: BigInt = UNSET
    exact: Annotated[Decimal, Field(max_digits=10, decimal_places=2)] = UNSET
    price: Money = UNSET
    flags: Bits = UNSET
    address: Inet = UNSET
    object: Oid | None = UNSET
    range: Text = UNSET
    shape: Path = UNSET
    numbers: list[BigInt | None] = UNSET
    day: Timestamptz = UNSET
    doc: Json = UNSET
    mac: MacAddress8 = UNSET
    search: Annotated[Text, Field(max_length=200)] = UNSET
    span: Time = UNSET
    at: NaiveDatetime = UNSET
    letter: Text = UNSET
