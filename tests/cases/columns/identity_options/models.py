# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel


class Ticket(BaseModel):
    """A row of app.tickets."""

    id: int
    plain: int


class TicketInsert(BaseModel, extra="forbid"):
    """A new row of app.tickets."""


class TicketUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.tickets."""


class Other(BaseModel):
    """A row of app.others."""

    id: int


class OtherInsert(BaseModel, extra="forbid"):
    """A new row of app.others."""


class OtherUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.others."""
