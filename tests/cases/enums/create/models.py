# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum

from pydantic import BaseModel

from ._values import UNSET


class Mood(StrEnum):
    """How one feels."""

    CALM = "calm"
    IT_S = "it's"
    SAY_HI = 'say "hi"'
    BACK_SLASH = "back\\slash"


class T(BaseModel):
    """A row of app.t."""

    id: int
    mood: Mood
    moods: list[Mood]


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: int
    mood: Mood = Mood.IT_S
    moods: list[Mood] = UNSET


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: int = UNSET
    mood: Mood = UNSET
    moods: list[Mood] = UNSET
