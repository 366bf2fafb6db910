# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Text


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "kind", "note")
    PRIMARY_KEY: ClassVar = ("id", "kind")

    id: int
    kind: str
    note: str


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    id: BigInt
    kind: Text
    note: Annotated[Text, Field(min_length=1)]


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    id: BigInt = UNSET
    kind: Text = UNSET
    note: Annotated[Text, Field(min_length=1)] = UNSET
