# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, AnyNumeric, Integer, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("score", "flag", "pair", "days")
    PRIMARY_KEY: ClassVar = ()

    score: int | None
    flag: int
    pair: list[str | None]
    days: AnyNumeric | None


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    score: Integer | None = None
    flag: Integer = 1
    pair: list[Text | None] = UNSET
    days: Annotated[Decimal | None, Field(max_digits=5, decimal_places=1)] = None


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    score: Integer | None = UNSET
    flag: Integer = UNSET
    pair: list[Text | None] = UNSET
    days: Annotated[Decimal | None, Field(max_digits=5, decimal_places=1)] = UNSET
