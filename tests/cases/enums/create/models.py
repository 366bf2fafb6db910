# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._values import UNSET, BigInt


class Mood(StrEnum):
    """How one feels."""

    CALM = "calm"
    IT_S = "it's"
    SAY_HI = 'say "hi"'
    BACK_SLASH = "back\\slash"


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "mood", "moods")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    mood: Mood
    moods: Annotated[list[Mood | None], ELEMENTS]


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    mood: Mood = Mood.IT_S
    moods: list[Mood | None] = UNSET


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    mood: Mood = UNSET
    moods: list[Mood | None] = UNSET
