# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._arrays import ELEMENTS
from ._values import UNSET, BigInt, Integer, Text


class Mood(StrEnum):
    """The enum app.mood."""

    CALM = "calm"
    WILD = "wild"


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "email", "more", "title", "age", "tame", "born")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    email: str
    more: Annotated[list[str | None], ELEMENTS]
    title: str
    age: int | None
    tame: Mood
    born: date | None


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: BigInt
    email: Text
    more: list[Text | None] = UNSET
    title: Annotated[Text, Field(max_length=50)] = "x"
    age: Annotated[Integer | None, Field(gt=0, lt=1000)] = 2
    tame: Mood
    born: date | None = None


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: BigInt = UNSET
    email: Text = UNSET
    more: list[Text | None] = UNSET
    title: Annotated[Text, Field(max_length=50)] = UNSET
    age: Annotated[Integer | None, Field(gt=0, lt=1000)] = UNSET
    tame: Mood = UNSET
    born: date | None = UNSET
