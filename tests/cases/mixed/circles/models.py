# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer, Text


class Member(BaseModel):
    """A row of app.members."""

    TABLE: ClassVar = ("app", "members")
    COLUMNS: ClassVar = ("name", "id")
    PRIMARY_KEY: ClassVar = ("id",)

    name: str
    id: int


class MemberInsert(BaseModel, extra="forbid"):
    """A new row of app.members."""

    name: Text


class MemberUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.members."""

    name: Text = UNSET


class AllNote(BaseModel):
    """A row of app.all_notes."""

    TABLE: ClassVar = ("app", "all_notes")
    COLUMNS: ClassVar = ("id", "body")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    body: str


class AllNoteInsert(BaseModel, extra="forbid"):
    """A new row of app.all_notes."""

    id: Integer
    body: Text


class AllNoteUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.all_notes."""

    id: Integer = UNSET
    body: Text = UNSET
