# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class Kept(BaseModel):
    """A row of app.kept."""

    TABLE: ClassVar = ("app", "kept")
    COLUMNS: ClassVar = ("id", "number")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    number: int


class KeptInsert(BaseModel, extra="forbid"):
    """A new row of app.kept."""

    id: Integer = UNSET
    number: BigInt = UNSET


class KeptUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.kept."""

    id: Integer = UNSET
    number: BigInt = UNSET


class Lost(BaseModel):
    """A row of app.lost."""

    TABLE: ClassVar = ("app", "lost")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class LostInsert(BaseModel, extra="forbid"):
    """A new row of app.lost."""


class LostUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.lost."""


class New(BaseModel):
    """A row of app.new."""

    TABLE: ClassVar = ("app", "new")
    COLUMNS: ClassVar = ("id", "number")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    number: int


class NewInsert(BaseModel, extra="forbid"):
    """A new row of app.new."""

    id: Integer = UNSET
    number: BigInt = UNSET


class NewUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.new."""

    id: Integer = UNSET
    number: BigInt = UNSET
