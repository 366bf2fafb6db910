# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer, Text


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "kind", "note", "size")
    PRIMARY_KEY: ClassVar = ()

    id: int
    kind: str | None
    note: str | None
    size: int | None


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    id: BigInt
    kind: Text | None = "any"
    note: Text | None = None
    size: Integer | None = None


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    id: BigInt = UNSET
    kind: Text | None = UNSET
    note: Text | None = UNSET
    size: Integer | None = UNSET


class Handed(BaseModel):
    """A row of app.handed."""

    TABLE: ClassVar = ("app", "handed")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ()

    id: int | None
    code: str | None


class HandedInsert(BaseModel, extra="forbid"):
    """A new row of app.handed."""

    id: BigInt | None = None
    code: Text | None = None


class HandedUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.handed."""

    id: BigInt | None = UNSET
    code: Text | None = UNSET


class Taken(BaseModel):
    """A row of app.taken."""

    TABLE: ClassVar = ("app", "taken")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ()

    id: int | None
    code: str


class TakenInsert(BaseModel, extra="forbid"):
    """A new row of app.taken."""

    id: BigInt | None = None
    code: Text


class TakenUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.taken."""

    id: BigInt | None = UNSET
    code: Text = UNSET


class Count(BaseModel):
    """A row of app.counts."""

    TABLE: ClassVar = ("app", "counts")
    COLUMNS: ClassVar = ("id", "n")
    PRIMARY_KEY: ClassVar = ()

    id: int
    n: int


class CountInsert(BaseModel, extra="forbid"):
    """A new row of app.counts."""

    id: BigInt
    n: Integer


class CountUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.counts."""

    id: BigInt = UNSET
    n: Integer = UNSET
