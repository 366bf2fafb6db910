# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class Reservation(BaseModel):
    """A row of app.reservations."""

    place: str
    during: str


class ReservationInsert(BaseModel, extra="forbid"):
    """A new row of app.reservations."""

    place: str
    during: str


class ReservationUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.reservations."""

    place: str = UNSET
    during: str = UNSET
