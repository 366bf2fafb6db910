# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._values import UNSET, BigInt


class Mood(StrEnum):
    """The enum app.mood."""

    CALM = "calm"


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "moods")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    moods: Annotated[list[Mood | None], ELEMENTS]


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    moods: list[Mood | None]


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    moods: list[Mood | None] = UNSET
