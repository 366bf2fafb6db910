# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


class Note(BaseModel):
    """A row of app.notes."""

    TABLE: ClassVar = ("app", "notes")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class NoteInsert(BaseModel, extra="forbid"):
    """A new row of app.notes."""

    id: BigInt


class NoteUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.notes."""

    id: BigInt = UNSET
