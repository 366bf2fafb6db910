# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer, Text


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "at", "note", "more")
    PRIMARY_KEY: ClassVar = ("id", "at")

    id: int
    at: date
    note: str | None
    more: str


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    id: BigInt
    at: date
    note: Text | None = None
    more: Text = ""


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    id: BigInt = UNSET
    at: date = UNSET
    note: Text | None = UNSET
    more: Text = UNSET


class Say(BaseModel):
    """A row of app.says."""

    TABLE: ClassVar = ("app", "says")
    COLUMNS: ClassVar = ("id", "more", "size", "note")
    PRIMARY_KEY: ClassVar = ()

    id: int
    more: str
    size: int
    note: str


class SayInsert(BaseModel, extra="forbid"):
    """A new row of app.says."""

    id: BigInt
    more: Text
    size: Integer
    note: Text


class SayUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.says."""

    id: BigInt = UNSET
    more: Text = UNSET
    size: Integer = UNSET
    note: Text = UNSET
