# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum

from pydantic import BaseModel

from ._values import UNSET


class Mood(StrEnum):
    """The enum app.mood."""

    CALM = "calm"
    WILD = "wild"


class T(BaseModel):
    """A row of app.t."""

    to_enum: Mood
    from_enum: str
    many: list[Mood]


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    to_enum: Mood = Mood.CALM
    from_enum: str = "wild"
    many: list[Mood]


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    to_enum: Mood = UNSET
    from_enum: str = UNSET
    many: list[Mood] = UNSET
