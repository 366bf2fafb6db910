# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "at", "kind")
    PRIMARY_KEY: ClassVar = ()

    id: int
    at: date
    kind: str


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    id: BigInt
    at: date
    kind: Text


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    id: BigInt = UNSET
    at: date = UNSET
    kind: Text = UNSET


class List(BaseModel):
    """A row of app.lists."""

    TABLE: ClassVar = ("app", "lists")
    COLUMNS: ClassVar = ("id", "kind")
    PRIMARY_KEY: ClassVar = ()

    id: int
    kind: str | None


class ListInsert(BaseModel, extra="forbid"):
    """A new row of app.lists."""

    id: BigInt
    kind: Text | None = None


class ListUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.lists."""

    id: BigInt = UNSET
    kind: Text | None = UNSET
