# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class Team(BaseModel):
    """A row of app.teams."""

    TABLE: ClassVar = ("app", "teams")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class TeamInsert(BaseModel, extra="forbid"):
    """A new row of app.teams."""

    id: BigInt


class TeamUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.teams."""

    id: BigInt = UNSET


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "kept")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    kept: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: BigInt
    kept: Text


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: BigInt = UNSET
    kept: Text = UNSET
