# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Timestamptz


class Status(StrEnum):
    """The enum app.status."""

    OPEN = "open"
    CLOSED = "closed"


class User(BaseModel):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "status", "updated_at")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    status: Status
    updated_at: datetime


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    id: BigInt = UNSET
    status: Status = Status.OPEN
    updated_at: Timestamptz = UNSET


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    id: BigInt = UNSET
    status: Status = UNSET
    updated_at: Timestamptz = UNSET
