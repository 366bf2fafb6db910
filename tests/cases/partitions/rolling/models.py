# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date, datetime
from typing import ClassVar

from pydantic import BaseModel, NaiveDatetime

from ._values import UNSET, BigInt, Text, Timestamptz


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "at", "kind", "more")
    PRIMARY_KEY: ClassVar = ("id", "at", "kind")

    id: int
    at: datetime
    kind: str
    more: str | None


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    at: Timestamptz
    kind: Text = "view"
    more: Text | None = None


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    at: Timestamptz = UNSET
    kind: Text = UNSET
    more: Text | None = UNSET


class Visit(BaseModel):
    """A row of app.visits."""

    TABLE: ClassVar = ("app", "visits")
    COLUMNS: ClassVar = ("id", "day", "kind")
    PRIMARY_KEY: ClassVar = ("id", "day")

    id: int
    day: date
    kind: str


class VisitInsert(BaseModel, extra="forbid"):
    """A new row of app.visits."""

    id: BigInt
    day: date
    kind: Text


class VisitUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.visits."""

    id: BigInt = UNSET
    day: date = UNSET
    kind: Text = UNSET


class Reading(BaseModel):
    """A row of app.readings."""

    TABLE: ClassVar = ("app", "readings")
    COLUMNS: ClassVar = ("id", "at")
    PRIMARY_KEY: ClassVar = ("id", "at")

    id: int
    at: datetime


class ReadingInsert(BaseModel, extra="forbid"):
    """A new row of app.readings."""

    id: BigInt
    at: NaiveDatetime


class ReadingUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.readings."""

    id: BigInt = UNSET
    at: NaiveDatetime = UNSET
