# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._checks import none_of
from ._values import UNSET, Integer


class Status(StrEnum):
    """The enum app.status."""

    NEW = "new"
    ON_HOLD = "on hold"
    OPEN = "open"
    DONE = "done"


class Ticket(BaseModel):
    """A row of app.tickets."""

    TABLE: ClassVar = ("app", "tickets")
    COLUMNS: ClassVar = ("id", "status", "earlier", "maybe")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    status: Status
    earlier: Annotated[list[Status | None], ELEMENTS]
    maybe: Status | None


class TicketInsert(BaseModel, extra="forbid"):
    """A new row of app.tickets."""

    status: Annotated[Status, none_of("new")] = Status.ON_HOLD
    earlier: list[Status | None] = UNSET
    maybe: Status | None = None


class TicketUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.tickets."""

    status: Annotated[Status, none_of("new")] = UNSET
    earlier: list[Status | None] = UNSET
    maybe: Status | None = UNSET


class State(BaseModel):
    """A row of app.states."""

    TABLE: ClassVar = ("app", "states")
    COLUMNS: ClassVar = ("status",)
    PRIMARY_KEY: ClassVar = ("status",)

    status: Status


class StateInsert(BaseModel, extra="forbid"):
    """A new row of app.states."""

    status: Status


class StateUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.states."""

    status: Status = UNSET


class Step(BaseModel):
    """A row of app.steps."""

    TABLE: ClassVar = ("app", "steps")
    COLUMNS: ClassVar = ("status", "number")
    PRIMARY_KEY: ClassVar = ()

    status: Status
    number: int


class StepInsert(BaseModel, extra="forbid"):
    """A new row of app.steps."""

    status: Status
    number: Integer


class StepUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.steps."""

    status: Status = UNSET
    number: Integer = UNSET
