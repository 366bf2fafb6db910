# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._ranges import AnyInt4Range, AnyTsTzRange, Int4Range, TsTzRange
from ._values import UNSET


class Reservation(BaseModel):
    """A row of app.reservations."""

    TABLE: ClassVar = ("app", "reservations")
    COLUMNS: ClassVar = ("place", "during")
    PRIMARY_KEY: ClassVar = ()

    place: AnyInt4Range
    during: AnyTsTzRange


class ReservationInsert(BaseModel, extra="forbid"):
    """A new row of app.reservations."""

    place: Int4Range
    during: TsTzRange


class ReservationUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.reservations."""

    place: Int4Range = UNSET
    during: TsTzRange = UNSET
