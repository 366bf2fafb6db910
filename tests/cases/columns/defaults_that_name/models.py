# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer, Oid, Text


class First(BaseModel):
    """A row of app.first."""

    TABLE: ClassVar = ("app", "first")
    COLUMNS: ClassVar = ("id", "of_table", "of_itself", "of_view", "drawn")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    of_table: str
    of_itself: int
    of_view: str | None
    drawn: int


class FirstInsert(BaseModel, extra="forbid"):
    """A new row of app.first."""

    id: Integer
    of_table: Text = UNSET
    of_itself: Oid = UNSET
    of_view: Text | None = UNSET
    drawn: Integer = UNSET


class FirstUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.first."""

    id: Integer = UNSET
    of_table: Text = UNSET
    of_itself: Oid = UNSET
    of_view: Text | None = UNSET
    drawn: Integer = UNSET


class Second(BaseModel):
    """A row of app.second."""

    TABLE: ClassVar = ("app", "second")
    COLUMNS: ClassVar = ("id", "first_id")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    first_id: int


class SecondInsert(BaseModel, extra="forbid"):
    """A new row of app.second."""

    first_id: Integer


class SecondUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.second."""

    first_id: Integer = UNSET
