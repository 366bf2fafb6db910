# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum

from pydantic import BaseModel

from ._values import UNSET


class Mood(StrEnum):
    """The enum app.mood."""

    CALM = "calm"
    ODD = "odd"


class T(BaseModel):
    """A table."""

    id: int
    mood: Mood
    moods: list[Mood]
    note: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: int
    mood: Mood = Mood.CALM
    moods: list[Mood] = UNSET
    note: str


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: int = UNSET
    mood: Mood = UNSET
    moods: list[Mood] = UNSET
    note: str = UNSET


class U(BaseModel):
    """A row of app.u."""

    mood: Mood | None


class UInsert(BaseModel, extra="forbid"):
    """A new row of app.u."""

    mood: Mood | None = None


class UUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.u."""

    mood: Mood | None = UNSET
