# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer


class Box(BaseModel):
    """A row of app.boxes."""

    TABLE: ClassVar = ("app", "boxes")
    COLUMNS: ClassVar = ("width", "area", "volume", "height")
    PRIMARY_KEY: ClassVar = ()

    width: int
    area: int
    volume: int
    height: int


class BoxInsert(BaseModel, extra="forbid"):
    """A new row of app.boxes."""

    width: Integer
    height: Integer = 2


class BoxUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.boxes."""

    width: Integer = UNSET
    height: Integer = UNSET
