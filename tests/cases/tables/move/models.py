# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


class Mood(StrEnum):
    """The enum app.mood."""

    CALM = "calm"
    WILD = "wild"


class Pet(BaseModel):
    """A row of app.pets."""

    TABLE: ClassVar = ("app", "pets")
    COLUMNS: ClassVar = ("owner_id",)
    PRIMARY_KEY: ClassVar = ()

    owner_id: int


class PetInsert(BaseModel, extra="forbid"):
    """A new row of app.pets."""

    owner_id: BigInt


class PetUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.pets."""

    owner_id: BigInt = UNSET


# Written by fluxc from schema/core; do not edit.
"""The domain core."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text
from .app import Mood


class Person(BaseModel):
    """A row of core.persons."""

    TABLE: ClassVar = ("core", "persons")
    COLUMNS: ClassVar = ("id", "mood", "code")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    mood: Mood
    code: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of core.persons."""

    id: BigInt = UNSET
    mood: Mood = Mood.CALM
    code: Text


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of core.persons."""

    id: BigInt = UNSET
    mood: Mood = UNSET
    code: Text = UNSET
