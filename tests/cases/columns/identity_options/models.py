# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel


class Ticket(BaseModel):
    """A row of app.tickets."""

    TABLE: ClassVar = ("app", "tickets")
    COLUMNS: ClassVar = ("id", "plain")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    plain: int


class TicketInsert(BaseModel, extra="forbid"):
    """A new row of app.tickets."""


class TicketUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.tickets."""


class Other(BaseModel):
    """A row of app.others."""

    TABLE: ClassVar = ("app", "others")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class OtherInsert(BaseModel, extra="forbid"):
    """A new row of app.others."""


class OtherUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.others."""
