# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, Integer, Text, Timestamptz


class User(BaseModel):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "version", "updated_at")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    version: int
    updated_at: datetime


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    version: Integer = 1
    updated_at: Timestamptz = UNSET


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    version: Integer = UNSET
    updated_at: Timestamptz = UNSET


class Note(BaseModel):
    """A row of app.notes."""

    TABLE: ClassVar = ("app", "notes")
    COLUMNS: ClassVar = ("id", "changed", "moved_at")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    changed: datetime | None
    moved_at: datetime | None


class NoteInsert(BaseModel, extra="forbid"):
    """A new row of app.notes."""

    changed: Timestamptz | None = None
    moved_at: Timestamptz | None = None


class NoteUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.notes."""

    changed: Timestamptz | None = UNSET
    moved_at: Timestamptz | None = UNSET


class Team(BaseModel, validate_by_name=True, serialize_by_alias=True):
    """A row of app.teams."""

    TABLE: ClassVar = ("app", "teams")
    COLUMNS: ClassVar = ("id", "Odd One", "updated_at")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    Odd_One: Annotated[str | None, Field(alias="Odd One")]
    updated_at: datetime


class TeamInsert(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """A new row of app.teams."""

    Odd_One: Annotated[Text | None, Field(alias="Odd One")] = None
    updated_at: Timestamptz = UNSET


class TeamUpdate(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """Changes to a row of app.teams."""

    Odd_One: Annotated[Text | None, Field(alias="Odd One")] = UNSET
    updated_at: Timestamptz = UNSET
