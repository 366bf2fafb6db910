# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._arrays import ELEMENTS
from ._checks import one_of
from ._values import UNSET, Text


class Mood(StrEnum):
    """How it feels."""

    BAD = "bad"
    FINE = "fine"


class Thing(BaseModel):
    """A row of app.things."""

    TABLE: ClassVar = ("app", "things")
    COLUMNS: ClassVar = ("level", "usual", "levels", "mood", "pair", "shown")
    PRIMARY_KEY: ClassVar = ()

    level: str
    usual: str | None
    levels: Annotated[list[str | None], ELEMENTS]
    mood: Mood
    pair: str | None
    shown: str


class ThingInsert(BaseModel, extra="forbid"):
    """A new row of app.things."""

    level: Annotated[Text, Field(max_length=10), one_of("low", "high")]
    usual: Annotated[Text | None, Field(max_length=10), one_of("low", "high")] = "low"
    levels: list[Annotated[Text, Field(max_length=10)] | None]
    mood: Mood = Mood.FINE
    pair: Text | None = None


class ThingUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.things."""

    level: Annotated[Text, Field(max_length=10), one_of("low", "high")] = UNSET
    usual: Annotated[Text | None, Field(max_length=10), one_of("low", "high")] = UNSET
    levels: list[Annotated[Text, Field(max_length=10)] | None] = UNSET
    mood: Mood = UNSET
    pair: Text | None = UNSET
