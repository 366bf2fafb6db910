# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "first_name", "last_name")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    first_name: str
    last_name: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    first_name: Text
    last_name: Text = ""


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    first_name: Text = UNSET
    last_name: Text = UNSET
