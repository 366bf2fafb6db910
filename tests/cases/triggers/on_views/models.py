# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "name")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    name: Annotated[Text, Field(max_length=100)]


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    name: Annotated[Text, Field(max_length=100)] = UNSET
