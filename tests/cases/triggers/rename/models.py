# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Person(BaseModel):
    """A row of app.persons."""

    TABLE: ClassVar = ("app", "persons")
    COLUMNS: ClassVar = ("id", "title")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    title: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.persons."""

    title: Text


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.persons."""

    title: Text = UNSET
