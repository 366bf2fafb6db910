# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime
from typing import ClassVar

from pydantic import BaseModel, NaiveDatetime

from ._values import UNSET, BigInt, Timestamptz


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "at", "seen", "told")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    at: datetime
    seen: datetime
    told: datetime


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    id: BigInt
    at: Timestamptz
    seen: Timestamptz
    told: NaiveDatetime


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    id: BigInt = UNSET
    at: Timestamptz = UNSET
    seen: Timestamptz = UNSET
    told: NaiveDatetime = UNSET
