# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._values import UNSET


class Mood(StrEnum):
    """The enum app.mood."""

    BAD = "bad"
    GOOD = "good"


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("moods",)
    PRIMARY_KEY: ClassVar = ()

    moods: Annotated[list[Mood | None], ELEMENTS]


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    moods: list[Mood | None]


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    moods: list[Mood | None] = UNSET
