# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer


class On(BaseModel):
    """A row of app."on"."""

    TABLE: ClassVar = ("app", "on")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class OnInsert(BaseModel, extra="forbid"):
    """A new row of app."on"."""

    id: Integer


class OnUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app."on"."""

    id: Integer = UNSET


class Off(BaseModel):
    """A row of app.off."""

    TABLE: ClassVar = ("app", "off")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class OffInsert(BaseModel, extra="forbid"):
    """A new row of app.off."""

    id: Integer


class OffUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.off."""

    id: Integer = UNSET


class Odd(BaseModel):
    """A row of app.odd."""

    TABLE: ClassVar = ("app", "odd")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class OddInsert(BaseModel, extra="forbid"):
    """A new row of app.odd."""

    id: Integer


class OddUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.odd."""

    id: Integer = UNSET


class New(BaseModel):
    """A row of app.new."""

    TABLE: ClassVar = ("app", "new")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class NewInsert(BaseModel, extra="forbid"):
    """A new row of app.new."""

    id: Integer


class NewUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.new."""

    id: Integer = UNSET
