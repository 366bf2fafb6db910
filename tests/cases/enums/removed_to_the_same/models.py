# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET


class Status(StrEnum):
    """The enum app.status."""

    OPEN = "open"
    PAUSED = "paused"


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
