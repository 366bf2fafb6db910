# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum

from pydantic import BaseModel

from ._values import UNSET


class Status(StrEnum):
    """The enum app.status."""

    NEW = "new"
    DONE = "done"


class User(BaseModel):
    """A row of app.users."""

    id: int
    full_name: str | None
    status: Status


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    full_name: str | None = None
    status: Status = Status.NEW


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    full_name: str | None = UNSET
    status: Status = UNSET


class Memo(BaseModel):
    """A row of app.memos."""

    id: int


class MemoInsert(BaseModel, extra="forbid"):
    """A new row of app.memos."""


class MemoUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.memos."""
