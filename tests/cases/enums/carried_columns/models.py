# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Integer, Text


class Status(StrEnum):
    """The enum app.status."""

    CLOSED = "closed"
    OPEN = "open"
    NEW = "new"


class Ticket(BaseModel):
    """A row of app.tickets."""

    TABLE: ClassVar = ("app", "tickets")
    COLUMNS: ClassVar = ("id", "status", "label", "first", "note", "number")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    status: Status
    label: Annotated[str, Field(description="One letter.")]
    first: Status
    note: str
    number: int


class TicketInsert(BaseModel, extra="forbid"):
    """A new row of app.tickets."""

    status: Status = Status.OPEN
    note: Text = UNSET
    number: Annotated[Integer, Field(lt=9)] = 1


class TicketUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.tickets."""

    status: Status = UNSET
    note: Text = UNSET
    number: Annotated[Integer, Field(lt=9)] = UNSET


class Log(BaseModel):
    """A row of app.logs."""

    TABLE: ClassVar = ("app", "logs")
    COLUMNS: ClassVar = ("id", "label", "ticket")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    label: str
    ticket: int


class LogInsert(BaseModel, extra="forbid"):
    """A new row of app.logs."""

    label: Text
    ticket: BigInt


class LogUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.logs."""

    label: Text = UNSET
    ticket: BigInt = UNSET
