# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, AnyNumeric, BigInt, Text, Timestamptz


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("c", "a", "b", "e", "d", "f")
    PRIMARY_KEY: ClassVar = ()

    c: AnyNumeric
    a: int
    b: bool
    e: list[str | None]
    d: datetime
    f: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    c: Annotated[Decimal, Field(max_digits=5, decimal_places=2)]
    a: BigInt
    b: bool = True
    e: list[Annotated[Text, Field(max_length=3)] | None]
    d: Timestamptz
    f: Annotated[Text, Field(max_length=5)]


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    c: Annotated[Decimal, Field(max_digits=5, decimal_places=2)] = UNSET
    a: BigInt = UNSET
    b: bool = UNSET
    e: list[Annotated[Text, Field(max_length=3)] | None] = UNSET
    d: Timestamptz = UNSET
    f: Annotated[Text, Field(max_length=5)] = UNSET
