# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._values import UNSET, Text


class Mood(StrEnum):
    """The enum app.mood."""

    CALM = "calm"
    FIERCE = "fierce"
    IT_IS = "it is"


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("mood", "moods", "note")
    PRIMARY_KEY: ClassVar = ()

    mood: Mood
    moods: Annotated[list[Mood | None], ELEMENTS]
    note: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    mood: Mood = Mood.FIERCE
    moods: list[Mood | None] = UNSET
    note: Text = "wild"


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    mood: Mood = UNSET
    moods: list[Mood | None] = UNSET
    note: Text = UNSET
