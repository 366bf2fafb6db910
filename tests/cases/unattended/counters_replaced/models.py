# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "name")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: BigInt = UNSET
    name: Text


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: BigInt = UNSET
    name: Text = UNSET


class Job(BaseModel):
    """A row of app.jobs."""

    TABLE: ClassVar = ("app", "jobs")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class JobInsert(BaseModel, extra="forbid"):
    """A new row of app.jobs."""

    id: BigInt = UNSET


class JobUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.jobs."""

    id: BigInt = UNSET
