# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer, Text


class Part(BaseModel):
    """A row of app.parts."""

    TABLE: ClassVar = ("app", "parts")
    COLUMNS: ClassVar = ("number", "code", "other")
    PRIMARY_KEY: ClassVar = ()

    number: int
    code: str
    other: str | None


class PartInsert(BaseModel, extra="forbid"):
    """A new row of app.parts."""

    number: Integer
    code: Text
    other: Text | None = None


class PartUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.parts."""

    number: Integer = UNSET
    code: Text = UNSET
    other: Text | None = UNSET


class Stock(BaseModel):
    """A row of app.stock."""

    TABLE: ClassVar = ("app", "stock")
    COLUMNS: ClassVar = ("part", "amount")
    PRIMARY_KEY: ClassVar = ()

    part: str
    amount: int


class StockInsert(BaseModel, extra="forbid"):
    """A new row of app.stock."""

    part: Text
    amount: Integer


class StockUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.stock."""

    part: Text = UNSET
    amount: Integer = UNSET
