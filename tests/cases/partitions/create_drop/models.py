# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer, Text


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "at", "who", "more")
    PRIMARY_KEY: ClassVar = ("id", "at")

    id: int
    at: date
    who: str | None
    more: int


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    id: BigInt
    at: date
    who: Text | None = None
    more: Integer = 0


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    id: BigInt = UNSET
    at: date = UNSET
    who: Text | None = UNSET
    more: Integer = UNSET


class Seen(BaseModel):
    """A row of app.seen."""

    TABLE: ClassVar = ("app", "seen")
    COLUMNS: ClassVar = ("event", "at")
    PRIMARY_KEY: ClassVar = ()

    event: int
    at: date


class SeenInsert(BaseModel, extra="forbid"):
    """A new row of app.seen."""

    event: BigInt
    at: date


class SeenUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.seen."""

    event: BigInt = UNSET
    at: date = UNSET
