# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "name", "words")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str
    words: str | None


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    name: Text
    words: Text | None = None


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    name: Text = UNSET
    words: Text | None = UNSET


class Young(BaseModel):
    """A row of app.young."""

    TABLE: ClassVar = ("app", "young")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class YoungInsert(BaseModel, extra="forbid"):
    """A new row of app.young."""


class YoungUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.young."""
