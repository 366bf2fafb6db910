# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum

from pydantic import BaseModel

from ._values import UNSET


class Status(StrEnum):
    """The enum app.status."""

    NEW = "new"
    ON_HOLD = "on hold"
    OPEN = "open"
    DONE = "done"


class Ticket(BaseModel):
    """A row of app.tickets."""

    id: int
    status: Status
    earlier: list[Status]
    maybe: Status | None


class TicketInsert(BaseModel, extra="forbid"):
    """A new row of app.tickets."""

    status: Status = Status.ON_HOLD
    earlier: list[Status] = UNSET
    maybe: Status | None = None


class TicketUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.tickets."""

    status: Status = UNSET
    earlier: list[Status] = UNSET
    maybe: Status | None = UNSET


class State(BaseModel):
    """A row of app.states."""

    status: Status


class StateInsert(BaseModel, extra="forbid"):
    """A new row of app.states."""

    status: Status


class StateUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.states."""

    status: Status = UNSET


class Step(BaseModel):
    """A row of app.steps."""

    status: Status
    number: int


class StepInsert(BaseModel, extra="forbid"):
    """A new row of app.steps."""

    status: Status
    number: int


class StepUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.steps."""

    status: Status = UNSET
    number: int = UNSET
