# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel

from ._values import UNSET


class Mood(StrEnum):
    """The enum app.mood."""

    GOOD = "good"
    BAD = "bad"
    SO_SO = "so so"


class Level(StrEnum):
    """The enum app.level."""

    LOW = "low"
    HIGH = "high"


class Account(BaseModel):
    """A row of app.accounts."""

    id: int
    balance: str


class AccountInsert(BaseModel, extra="forbid"):
    """A new row of app.accounts."""

    balance: str


class AccountUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.accounts."""

    balance: str = UNSET


class Reply(BaseModel):
    """A row of app.replies."""

    id: int
    level: Level
    moods: list[Mood]
    number: int | None
    key: UUID


class ReplyInsert(BaseModel, extra="forbid"):
    """A new row of app.replies."""

    level: Level
    moods: list[Mood]
    number: int | None = None
    key: UUID


class ReplyUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.replies."""

    level: Level = UNSET
    moods: list[Mood] = UNSET
    number: int | None = UNSET
    key: UUID = UNSET
