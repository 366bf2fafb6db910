# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("email",)
    PRIMARY_KEY: ClassVar = ()

    email: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    email: Text = UNSET


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    email: Text = UNSET


# Written by fluxc from schema/ext; do not edit.
"""The domain ext."""
