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


# Written by fluxc from schema/audit; do not edit.
"""What happened."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


class Event(BaseModel):
    """A row of audit.events."""

    TABLE: ClassVar = ("audit", "events")
    COLUMNS: ClassVar = ("id", "note_id")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    note_id: int | None


class EventInsert(BaseModel, extra="forbid"):
    """A new row of audit.events."""

    note_id: BigInt | None = None


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of audit.events."""

    note_id: BigInt | None = UNSET
