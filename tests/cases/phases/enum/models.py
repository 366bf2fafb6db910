# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text, Timestamptz


class State(StrEnum):
    """The enum app.state."""

    DRAFT = "draft"
    WAITING = "waiting"
    SENT = "sent"


class Letter(BaseModel):
    """A row of app.letters."""

    TABLE: ClassVar = ("app", "letters")
    COLUMNS: ClassVar = ("id", "state", "before", "updated_at")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    state: State
    before: State | None
    updated_at: datetime


class LetterInsert(BaseModel, extra="forbid"):
    """A new row of app.letters."""

    state: State = State.WAITING
    before: State | None = None
    updated_at: Timestamptz = UNSET


class LetterUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.letters."""

    state: State = UNSET
    before: State | None = UNSET
    updated_at: Timestamptz = UNSET


class Parcel(BaseModel):
    """A row of app.parcels."""

    TABLE: ClassVar = ("app", "parcels")
    COLUMNS: ClassVar = ("code", "state")
    PRIMARY_KEY: ClassVar = ("code",)

    code: str
    state: State


class ParcelInsert(BaseModel, extra="forbid"):
    """A new row of app.parcels."""

    code: Text
    state: State


class ParcelUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.parcels."""

    code: Text = UNSET
    state: State = UNSET
