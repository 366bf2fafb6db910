# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._values import UNSET, BigInt, Text


class Mood(StrEnum):
    """The enum app.mood."""

    CALM = "calm"
    WILD = "wild"


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "address", "others", "fresh")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    address: str
    others: Annotated[list[str | None], ELEMENTS]
    fresh: str | None


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    address: Text
    others: list[Text | None] = UNSET
    fresh: Text | None = None


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    address: Text = UNSET
    others: list[Text | None] = UNSET
    fresh: Text | None = UNSET
