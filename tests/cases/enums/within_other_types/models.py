# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._values import UNSET, BigInt, Text


class Mood(StrEnum):
    """The enum app.mood."""

    WILD = "wild"
    CALM = "calm"


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "mood", "temper", "state", "all")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    mood: Mood
    temper: Mood
    state: str | None
    all: Annotated[list[Mood | None], ELEMENTS]


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    mood: Mood = Mood.CALM
    temper: Mood
    state: Text | None = None
    all: list[Mood | None]


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    mood: Mood = UNSET
    temper: Mood = UNSET
    state: Text | None = UNSET
    all: list[Mood | None] = UNSET
