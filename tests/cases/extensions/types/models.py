# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("email", "extra", "path", "embedding", "name")
    PRIMARY_KEY: ClassVar = ()

    email: str
    extra: str
    path: str | None
    embedding: str | None
    name: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    email: Text
    extra: Text = UNSET
    path: Text | None = None
    embedding: Text | None = None
    name: Text = UNSET


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    email: Text = UNSET
    extra: Text = UNSET
    path: Text | None = UNSET
    embedding: Text | None = UNSET
    name: Text = UNSET
