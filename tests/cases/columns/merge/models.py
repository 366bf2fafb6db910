# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "code", "name")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    code: str
    name: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    code: Text = ""
    name: Text


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    code: Text = UNSET
    name: Text = UNSET
