# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "full_name")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    full_name: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    full_name: Text


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    full_name: Text = UNSET


class Team(BaseModel):
    """A row of app.teams."""

    TABLE: ClassVar = ("app", "teams")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class TeamInsert(BaseModel, extra="forbid"):
    """A new row of app.teams."""


class TeamUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.teams."""
