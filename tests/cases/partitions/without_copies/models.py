# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "kind", "note")
    PRIMARY_KEY: ClassVar = ("id", "kind")

    id: int
    kind: str
    note: str | None


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    id: BigInt
    kind: Text
    note: Text | None = None


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    id: BigInt = UNSET
    kind: Text = UNSET
    note: Text | None = UNSET


class Left(BaseModel):
    """A row of app."left"."""

    TABLE: ClassVar = ("app", "left")
    COLUMNS: ClassVar = ("id", "kind", "note")
    PRIMARY_KEY: ClassVar = ("id", "kind")

    id: int
    kind: str
    note: str | None


class LeftInsert(BaseModel, extra="forbid"):
    """A new row of app."left"."""

    id: BigInt
    kind: Text
    note: Text | None = None


class LeftUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app."left"."""

    id: BigInt = UNSET
    kind: Text = UNSET
    note: Text | None = UNSET


class Twice(BaseModel):
    """A row of app.twice."""

    TABLE: ClassVar = ("app", "twice")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class TwiceInsert(BaseModel, extra="forbid"):
    """A new row of app.twice."""

    id: BigInt


class TwiceUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.twice."""

    id: BigInt = UNSET


class Number(BaseModel):
    """A row of app.numbers."""

    TABLE: ClassVar = ("app", "numbers")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class NumberInsert(BaseModel, extra="forbid"):
    """A new row of app.numbers."""

    id: BigInt


class NumberUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.numbers."""

    id: BigInt = UNSET
