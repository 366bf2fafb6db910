# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._ranges import AnyTsTzRange, TsTzRange
from ._values import UNSET, Integer, Text


class Booking(BaseModel):
    """A row of app.bookings."""

    TABLE: ClassVar = ("app", "bookings")
    COLUMNS: ClassVar = ("room", "during", "active", "label")
    PRIMARY_KEY: ClassVar = ()

    room: int
    during: AnyTsTzRange
    active: bool
    label: str


class BookingInsert(BaseModel, extra="forbid"):
    """A new row of app.bookings."""

    room: Integer
    during: TsTzRange
    active: bool
    label: Text = ""


class BookingUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.bookings."""

    room: Integer = UNSET
    during: TsTzRange = UNSET
    active: bool = UNSET
    label: Text = UNSET
