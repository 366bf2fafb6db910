# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "email", "counted")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    email: str
    counted: int


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    email: Text
    counted: BigInt = UNSET


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    email: Text = UNSET
    counted: BigInt = UNSET
