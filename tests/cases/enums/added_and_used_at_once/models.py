# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET


class State(StrEnum):
    """The enum app.state."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Ticket(BaseModel):
    """A row of app.tickets."""

    TABLE: ClassVar = ("app", "tickets")
    COLUMNS: ClassVar = ("id", "status", "before")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    status: State
    before: State | None


class TicketInsert(BaseModel, extra="forbid"):
    """A new row of app.tickets."""

    status: State = State.DRAFT
    before: State | None = State.DRAFT


class TicketUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.tickets."""

    status: State = UNSET
    before: State | None = UNSET


class Log(BaseModel):
    """A row of app.logs."""

    TABLE: ClassVar = ("app", "logs")
    COLUMNS: ClassVar = ("id", "status")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    status: State


class LogInsert(BaseModel, extra="forbid"):
    """A new row of app.logs."""

    status: State = State.DRAFT


class LogUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.logs."""

    status: State = UNSET
