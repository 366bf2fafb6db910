# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class Booking(BaseModel):
    """A row of app.bookings."""

    room: int
    during: str
    active: bool
    label: str


class BookingInsert(BaseModel, extra="forbid"):
    """A new row of app.bookings."""

    room: int
    during: str
    active: bool
    label: str = ""


class BookingUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.bookings."""

    room: int = UNSET
    during: str = UNSET
    active: bool = UNSET
    label: str = UNSET
