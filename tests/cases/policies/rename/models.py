# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Document(BaseModel):
    """A row of app.documents."""

    TABLE: ClassVar = ("app", "documents")
    COLUMNS: ClassVar = ("id", "author")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    author: str


class DocumentInsert(BaseModel, extra="forbid"):
    """A new row of app.documents."""

    author: Text


class DocumentUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.documents."""

    author: Text = UNSET


class Person(BaseModel):
    """A row of app.persons."""

    TABLE: ClassVar = ("app", "persons")
    COLUMNS: ClassVar = ("title",)
    PRIMARY_KEY: ClassVar = ()

    title: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.persons."""

    title: Text


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.persons."""

    title: Text = UNSET
