# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "at")
    PRIMARY_KEY: ClassVar = ("id", "at")

    id: int
    at: date


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    id: BigInt
    at: date


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    id: BigInt = UNSET
    at: date = UNSET


class Mention(BaseModel):
    """A row of app.mentions."""

    TABLE: ClassVar = ("app", "mentions")
    COLUMNS: ClassVar = ("event", "at")
    PRIMARY_KEY: ClassVar = ()

    event: int
    at: date


class MentionInsert(BaseModel, extra="forbid"):
    """A new row of app.mentions."""

    event: BigInt
    at: date


class MentionUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.mentions."""

    event: BigInt = UNSET
    at: date = UNSET


class Part(BaseModel):
    """A row of app.parts."""

    TABLE: ClassVar = ("app", "parts")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ()

    id: int
    code: str | None


class PartInsert(BaseModel, extra="forbid"):
    """A new row of app.parts."""

    id: BigInt
    code: Text | None = None


class PartUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.parts."""

    id: BigInt = UNSET
    code: Text | None = UNSET


class Stock(BaseModel):
    """A row of app.stock."""

    TABLE: ClassVar = ("app", "stock")
    COLUMNS: ClassVar = ("id", "note")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    note: str | None


class StockInsert(BaseModel, extra="forbid"):
    """A new row of app.stock."""

    id: BigInt
    note: Text | None = None


class StockUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.stock."""

    id: BigInt = UNSET
    note: Text | None = UNSET


class Use(BaseModel):
    """A row of app.uses."""

    TABLE: ClassVar = ("app", "uses")
    COLUMNS: ClassVar = ("id", "stock")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    stock: int


class UseInsert(BaseModel, extra="forbid"):
    """A new row of app.uses."""

    id: BigInt
    stock: BigInt


class UseUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.uses."""

    id: BigInt = UNSET
    stock: BigInt = UNSET
