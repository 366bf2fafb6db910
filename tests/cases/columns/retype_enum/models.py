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
    WILD = "wild"


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("to_enum", "from_enum", "many")
    PRIMARY_KEY: ClassVar = ()

    to_enum: Mood
    from_enum: str
    many: Annotated[list[Mood | None], ELEMENTS]


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    to_enum: Mood = Mood.CALM
    from_enum: Text = "wild"
    many: list[Mood | None]


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    to_enum: Mood = UNSET
    from_enum: Text = UNSET
    many: list[Mood | None] = UNSET
