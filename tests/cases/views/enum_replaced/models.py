# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, AnyNumeric, Numeric


class State(StrEnum):
    """The enum app.state."""

    OPEN = "open"
    DONE = "done"
    GONE = "gone"


class Task(BaseModel):
    """A row of app.tasks."""

    TABLE: ClassVar = ("app", "tasks")
    COLUMNS: ClassVar = ("id", "state", "hours")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    state: State
    hours: AnyNumeric


class TaskInsert(BaseModel, extra="forbid"):
    """A new row of app.tasks."""

    state: State
    hours: Numeric


class TaskUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.tasks."""

    state: State = UNSET
    hours: Numeric = UNSET
