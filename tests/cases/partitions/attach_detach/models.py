# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Integer, Text


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "at", "who", "note")
    PRIMARY_KEY: ClassVar = ("id", "at")

    id: int
    at: date
    who: int | None
    note: str


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    id: Annotated[BigInt, Field(gt=0)]
    at: date
    who: Integer | None = None
    note: Text = "none"


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    id: Annotated[BigInt, Field(gt=0)] = UNSET
    at: date = UNSET
    who: Integer | None = UNSET
    note: Text = UNSET


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: Integer


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: Integer = UNSET


class Events2024(BaseModel):
    """A row of app.events_2024."""

    TABLE: ClassVar = ("app", "events_2024")
    COLUMNS: ClassVar = ("id", "at", "who", "note")
    PRIMARY_KEY: ClassVar = ("id", "at")

    id: int
    at: date
    who: int | None
    note: str


class Events2024Insert(BaseModel, extra="forbid"):
    """A new row of app.events_2024."""

    id: Annotated[BigInt, Field(gt=0)]
    at: date
    who: Integer | None = None
    note: Text = "none"


class Events2024Update(BaseModel, extra="forbid"):
    """Changes to a row of app.events_2024."""

    id: Annotated[BigInt, Field(gt=0)] = UNSET
    at: date = UNSET
    who: Integer | None = UNSET
    note: Text = UNSET
