# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "a", "b", "c", "d")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    a: str
    b: str
    c: str | None
    d: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    a: Text
    b: Text
    c: Text | None = None
    d: Integer = 0


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    a: Text = UNSET
    b: Text = UNSET
    c: Text | None = UNSET
    d: Integer = UNSET
