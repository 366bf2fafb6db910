# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class Box(BaseModel):
    """A row of app.boxes."""

    TABLE: ClassVar = ("app", "boxes")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class BoxInsert(BaseModel, extra="forbid"):
    """A new row of app.boxes."""

    id: BigInt


class BoxUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.boxes."""

    id: BigInt = UNSET


class Lot(BaseModel):
    """A row of app.lots."""

    TABLE: ClassVar = ("app", "lots")
    COLUMNS: ClassVar = ("id", "size", "half")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    size: int | None
    half: bool | None


class LotInsert(BaseModel, extra="forbid"):
    """A new row of app.lots."""

    id: BigInt
    size: Integer | None = UNSET


class LotUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.lots."""

    id: BigInt = UNSET
    size: Integer | None = UNSET
