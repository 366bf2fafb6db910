# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._values import UNSET, BigInt, Text


class Mood(StrEnum):
    """The enum app.mood."""

    CALM = "calm"
    ODD = "odd"


class T(BaseModel):
    """A table."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "mood", "moods", "note")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    mood: Mood
    moods: Annotated[list[Mood | None], ELEMENTS]
    note: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    mood: Mood = Mood.CALM
    moods: list[Mood | None] = UNSET
    note: Text


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    mood: Mood = UNSET
    moods: list[Mood | None] = UNSET
    note: Text = UNSET


class U(BaseModel):
    """A row of app.u."""

    TABLE: ClassVar = ("app", "u")
    COLUMNS: ClassVar = ("mood",)
    PRIMARY_KEY: ClassVar = ()

    mood: Mood | None


class UInsert(BaseModel, extra="forbid"):
    """A new row of app.u."""

    mood: Mood | None = None


class UUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.u."""

    mood: Mood | None = UNSET
