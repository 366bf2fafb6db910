# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Text


class Person(BaseModel):
    """A row of app.persons."""

    TABLE: ClassVar = ("app", "persons")
    COLUMNS: ClassVar = ("id", "name", "born")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str
    born: date | None


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.persons."""

    name: Annotated[Text, Field(max_length=64)]
    born: date | None = None


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.persons."""

    name: Annotated[Text, Field(max_length=64)] = UNSET
    born: date | None = UNSET


class Post(BaseModel):
    """A row of app.posts."""

    TABLE: ClassVar = ("app", "posts")
    COLUMNS: ClassVar = ("id", "author")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    author: int


class PostInsert(BaseModel, extra="forbid"):
    """A new row of app.posts."""

    author: BigInt


class PostUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.posts."""

    author: BigInt = UNSET
