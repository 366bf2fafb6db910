# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


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
