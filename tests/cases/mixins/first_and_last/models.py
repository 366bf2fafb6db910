# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime

from pydantic import BaseModel

from ._values import UNSET


class Person(BaseModel):
    """A row of app.people."""

    id: int
    name: str
    created_at: datetime


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    name: str
    created_at: datetime = UNSET


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    name: str = UNSET
    created_at: datetime = UNSET


class Note(BaseModel):
    """A row of app.notes."""

    id: int
    body: str
    created_at: datetime


class NoteInsert(BaseModel, extra="forbid"):
    """A new row of app.notes."""

    body: str
    created_at: datetime = UNSET


class NoteUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.notes."""

    body: str = UNSET
    created_at: datetime = UNSET


class File(BaseModel):
    """A row of app.files."""

    id: int
    owner_id: int
    path: str
    created_at: datetime


class FileInsert(BaseModel, extra="forbid"):
    """A new row of app.files."""

    owner_id: int
    path: str
    created_at: datetime = UNSET


class FileUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.files."""

    owner_id: int = UNSET
    path: str = UNSET
    created_at: datetime = UNSET
