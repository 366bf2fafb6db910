# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


class Kind(BaseModel):
    """A row of app.kinds."""

    TABLE: ClassVar = ("app", "kinds")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class KindInsert(BaseModel, extra="forbid"):
    """A new row of app.kinds."""

    id: BigInt


class KindUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.kinds."""

    id: BigInt = UNSET


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "kind_id", "before_id")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    kind_id: int
    before_id: int | None


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    id: BigInt
    kind_id: BigInt
    before_id: BigInt | None = None


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    id: BigInt = UNSET
    kind_id: BigInt = UNSET
    before_id: BigInt | None = UNSET


class Note(BaseModel):
    """A row of app.notes."""

    TABLE: ClassVar = ("app", "notes")
    COLUMNS: ClassVar = ("id", "event_id")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    event_id: int


class NoteInsert(BaseModel, extra="forbid"):
    """A new row of app.notes."""

    id: BigInt
    event_id: BigInt


class NoteUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.notes."""

    id: BigInt = UNSET
    event_id: BigInt = UNSET
