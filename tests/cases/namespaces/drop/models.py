# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET, BigInt


class Note(BaseModel):
    """A row of app.notes."""

    id: int


class NoteInsert(BaseModel, extra="forbid"):
    """A new row of app.notes."""

    id: BigInt


class NoteUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.notes."""

    id: BigInt = UNSET
