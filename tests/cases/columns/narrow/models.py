# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, AnyNumeric, SmallInt, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("a", "b", "c", "d")
    PRIMARY_KEY: ClassVar = ()

    a: str
    b: int
    c: AnyNumeric
    d: date


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: Annotated[Text, Field(max_length=8)]
    b: SmallInt
    c: Annotated[Decimal, Field(max_digits=6, decimal_places=1)]
    d: date


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: Annotated[Text, Field(max_length=8)] = UNSET
    b: SmallInt = UNSET
    c: Annotated[Decimal, Field(max_digits=6, decimal_places=1)] = UNSET
    d: date = UNSET
