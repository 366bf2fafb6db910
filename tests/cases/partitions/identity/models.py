# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer, Text


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "at")
    PRIMARY_KEY: ClassVar = ()

    id: int
    at: int


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    id: BigInt = UNSET
    at: Integer


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    id: BigInt = UNSET
    at: Integer = UNSET


class Second(BaseModel):
    """A row of app.second."""

    TABLE: ClassVar = ("app", "second")
    COLUMNS: ClassVar = ("id", "at")
    PRIMARY_KEY: ClassVar = ()

    id: int
    at: int


class SecondInsert(BaseModel, extra="forbid"):
    """A new row of app.second."""

    id: BigInt
    at: Integer


class SecondUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.second."""

    id: BigInt = UNSET
    at: Integer = UNSET


class Mark(BaseModel):
    """A row of app.marks."""

    TABLE: ClassVar = ("app", "marks")
    COLUMNS: ClassVar = ("at", "id")
    PRIMARY_KEY: ClassVar = ()

    at: int
    id: int


class MarkInsert(BaseModel, extra="forbid"):
    """A new row of app.marks."""

    at: Integer


class MarkUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.marks."""

    at: Integer = UNSET


class Parent(BaseModel):
    """A row of app.parents."""

    TABLE: ClassVar = ("app", "parents")
    COLUMNS: ClassVar = ("name", "id")
    PRIMARY_KEY: ClassVar = ()

    name: str
    id: int


class ParentInsert(BaseModel, extra="forbid"):
    """A new row of app.parents."""

    name: Text


class ParentUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.parents."""

    name: Text = UNSET


class Heir(BaseModel):
    """A row of app.heirs."""

    TABLE: ClassVar = ("app", "heirs")
    COLUMNS: ClassVar = ("name", "id")
    PRIMARY_KEY: ClassVar = ()

    name: str
    id: int


class HeirInsert(BaseModel, extra="forbid"):
    """A new row of app.heirs."""

    name: Text
    id: Integer


class HeirUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.heirs."""

    name: Text = UNSET
    id: Integer = UNSET
