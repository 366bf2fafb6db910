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
    COLUMNS: ClassVar = ("a", "b", "c", "d", "e", "f")
    PRIMARY_KEY: ClassVar = ()

    a: str
    b: str
    c: int
    d: AnyNumeric
    e: datetime
    f: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: Annotated[Text, Field(max_length=64)]
    b: Text
    c: BigInt
    d: Annotated[Decimal, Field(max_digits=12, decimal_places=2)]
    e: Timestamptz
    f: Text


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: Annotated[Text, Field(max_length=64)] = UNSET
    b: Text = UNSET
    c: BigInt = UNSET
    d: Annotated[Decimal, Field(max_digits=12, decimal_places=2)] = UNSET
    e: Timestamptz = UNSET
    f: Text = UNSET
