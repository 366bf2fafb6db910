# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field

from ._values import UNSET


class Status(StrEnum):
    """The enum app.status."""

    CLOSED = "closed"
    OPEN = "open"
    NEW = "new"


class Ticket(BaseModel):
    """A row of app.tickets."""

    id: int
    status: Status
    label: Annotated[str, Field(description="One letter.")]
    first: Status
    note: str
    number: int


class TicketInsert(BaseModel, extra="forbid"):
    """A new row of app.tickets."""

    status: Status = Status.OPEN
    note: str = UNSET
    number: int = 1


class TicketUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.tickets."""

    status: Status = UNSET
    note: str = UNSET
    number: int = UNSET


class Log(BaseModel):
    """A row of app.logs."""

    id: int
    label: str
    ticket: int


class LogInsert(BaseModel, extra="forbid"):
    """A new row of app.logs."""

    label: str
    ticket: int


class LogUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.logs."""

    label: str = UNSET
    ticket: int = UNSET
