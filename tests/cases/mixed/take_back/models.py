# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer


class Mood(StrEnum):
    """The enum app.mood."""

    CALM = "calm"
    WILD = "wild"


class A(BaseModel):
    """A row of app.a."""

    TABLE: ClassVar = ("app", "a")
    COLUMNS: ClassVar = ("id", "mood")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    mood: Mood


class AInsert(BaseModel, extra="forbid"):
    """A new row of app.a."""

    id: Integer
    mood: Mood = Mood.WILD


class AUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.a."""

    id: Integer = UNSET
    mood: Mood = UNSET
