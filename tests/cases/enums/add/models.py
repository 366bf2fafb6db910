# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum

from pydantic import BaseModel

from ._values import UNSET


class Mood(StrEnum):
    """The enum app.mood."""

    A = "a"
    B = "b"
    C = "c"
    C2 = "c2"
    D = "d"
    E = "e"
    F = "f"


class T(BaseModel):
    """A row of app.t."""

    mood: Mood
    more: Mood | None
    new: list[Mood]


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    mood: Mood = Mood.C2
    more: Mood | None = Mood.F
    new: list[Mood] = UNSET


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    mood: Mood = UNSET
    more: Mood | None = UNSET
    new: list[Mood] = UNSET
