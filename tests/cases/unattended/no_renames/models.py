# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Status(StrEnum):
    """The enum app.status."""

    NEW = "new"
    DONE = "done"


class User(BaseModel):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "full_name", "status")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    full_name: str | None
    status: Status


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    full_name: Text | None = None
    status: Status = Status.NEW


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    full_name: Text | None = UNSET
    status: Status = UNSET


class Memo(BaseModel):
    """A row of app.memos."""

    TABLE: ClassVar = ("app", "memos")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class MemoInsert(BaseModel, extra="forbid"):
    """A new row of app.memos."""


class MemoUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.memos."""
