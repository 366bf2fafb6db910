# Written by fluxc from schema/core; do not edit.
"""The domain core."""

from typing import ClassVar

from pydantic import BaseModel


class Person(BaseModel):
    """A row of core.people."""

    TABLE: ClassVar = ("core", "people")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of core.people."""


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of core.people."""
