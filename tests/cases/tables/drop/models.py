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


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: BigInt


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: BigInt = UNSET
