# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "kind")
    PRIMARY_KEY: ClassVar = ()

    id: int
    kind: int


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    id: BigInt
    kind: Integer


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    id: BigInt = UNSET
    kind: Integer = UNSET
