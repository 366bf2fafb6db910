# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text, Timestamptz


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "name", "created_at")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str
    created_at: datetime


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    name: Text
    created_at: Timestamptz = UNSET


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    name: Text = UNSET
    created_at: Timestamptz = UNSET


class Note(BaseModel):
    """A row of app.notes."""

    TABLE: ClassVar = ("app", "notes")
    COLUMNS: ClassVar = ("id", "body", "created_at")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    body: str
    created_at: datetime


class NoteInsert(BaseModel, extra="forbid"):
    """A new row of app.notes."""

    body: Text
    created_at: Timestamptz = UNSET


class NoteUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.notes."""

    body: Text = UNSET
    created_at: Timestamptz = UNSET


class File(BaseModel):
    """A row of app.files."""

    TABLE: ClassVar = ("app", "files")
    COLUMNS: ClassVar = ("id", "owner_id", "path", "created_at")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    owner_id: int
    path: str
    created_at: datetime


class FileInsert(BaseModel, extra="forbid"):
    """A new row of app.files."""

    owner_id: BigInt
    path: Text
    created_at: Timestamptz = UNSET


class FileUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.files."""

    owner_id: BigInt = UNSET
    path: Text = UNSET
    created_at: Timestamptz = UNSET
