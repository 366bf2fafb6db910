# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._values import UNSET, BigInt, Text


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
    age: str | None
    tame: str
    born: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: BigInt
    email: Text
    more: list[Text | None] = UNSET
    title: Text = UNSET
    age: Text | None = None
    tame: Text
    born: Text


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: BigInt = UNSET
    email: Text = UNSET
    more: list[Text | None] = UNSET
    title: Text = UNSET
    age: Text | None = UNSET
    tame: Text = UNSET
    born: Text = UNSET
