# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import BaseModel, Field

from ._arrays import ELEMENTS
from ._values import UNSET, Integer, Text


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

    TABLE: ClassVar = ("app", "accounts")
    COLUMNS: ClassVar = ("id", "balance")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    balance: str


class AccountInsert(BaseModel, extra="forbid"):
    """A new row of app.accounts."""

    balance: Annotated[Text, Field(max_length=30)]


class AccountUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.accounts."""

    balance: Annotated[Text, Field(max_length=30)] = UNSET


class Reply(BaseModel):
    """A row of app.replies."""

    TABLE: ClassVar = ("app", "replies")
    COLUMNS: ClassVar = ("id", "level", "moods", "number", "key")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    level: Level
    moods: Annotated[list[Mood | None], ELEMENTS]
    number: int | None
    key: UUID


class ReplyInsert(BaseModel, extra="forbid"):
    """A new row of app.replies."""

    level: Level
    moods: list[Mood | None]
    number: Integer | None = None
    key: UUID


class ReplyUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.replies."""

    level: Level = UNSET
    moods: list[Mood | None] = UNSET
    number: Integer | None = UNSET
    key: UUID = UNSET
