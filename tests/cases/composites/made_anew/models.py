# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._values import UNSET, BigInt, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "at", "line", "path", "place")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    at: str
    line: str
    path: Annotated[list[str | None], ELEMENTS]
    place: str | None


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    at: Text
    line: Text
    path: list[Text | None]
    place: Text | None = None


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    at: Text = UNSET
    line: Text = UNSET
    path: list[Text | None] = UNSET
    place: Text | None = UNSET
