# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._ranges import AnyDateRange, AnyInt4Range, DateRange, Int4Range
from ._values import UNSET


class Room(BaseModel):
    """A row of app.rooms."""

    TABLE: ClassVar = ("app", "rooms")
    COLUMNS: ClassVar = ("id", "during")
    PRIMARY_KEY: ClassVar = ("id", "during")

    id: AnyInt4Range
    during: AnyDateRange


class RoomInsert(BaseModel, extra="forbid"):
    """A new row of app.rooms."""

    id: Int4Range
    during: DateRange


class RoomUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.rooms."""

    id: Int4Range = UNSET
    during: DateRange = UNSET


class Stay(BaseModel):
    """A row of app.stays."""

    TABLE: ClassVar = ("app", "stays")
    COLUMNS: ClassVar = ("room", "during")
    PRIMARY_KEY: ClassVar = ()

    room: AnyInt4Range
    during: AnyDateRange


class StayInsert(BaseModel, extra="forbid"):
    """A new row of app.stays."""

    room: Int4Range
    during: DateRange


class StayUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.stays."""

    room: Int4Range = UNSET
    during: DateRange = UNSET
