# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer


class Z(BaseModel):
    """A row of app.z."""

    TABLE: ClassVar = ("app", "z")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class ZInsert(BaseModel, extra="forbid"):
    """A new row of app.z."""

    id: Integer


class ZUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.z."""

    id: Integer = UNSET


class C(BaseModel):
    """A row of app.c."""

    TABLE: ClassVar = ("app", "c")
    COLUMNS: ClassVar = ("ref",)
    PRIMARY_KEY: ClassVar = ()

    ref: int


class CInsert(BaseModel, extra="forbid"):
    """A new row of app.c."""

    ref: Integer


class CUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.c."""

    ref: Integer = UNSET
