# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._checks import none_of
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

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("mood", "more", "new")
    PRIMARY_KEY: ClassVar = ()

    mood: Mood
    more: Mood | None
    new: Annotated[list[Mood | None], ELEMENTS]


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    mood: Annotated[Mood, none_of("e")] = Mood.C2
    more: Mood | None = Mood.F
    new: list[Mood | None] = UNSET


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    mood: Annotated[Mood, none_of("e")] = UNSET
    more: Mood | None = UNSET
    new: list[Mood | None] = UNSET
