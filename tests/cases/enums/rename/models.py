# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._values import UNSET


class Temper(StrEnum):
    """Renamed."""

    CALM = "calm"
    WILD = "wild"
    NEW = "new"


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("mood", "moods")
    PRIMARY_KEY: ClassVar = ()

    mood: Temper
    moods: Annotated[list[Temper | None], ELEMENTS]


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    mood: Temper = Temper.CALM
    moods: list[Temper | None] = UNSET


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    mood: Temper = UNSET
    moods: list[Temper | None] = UNSET
