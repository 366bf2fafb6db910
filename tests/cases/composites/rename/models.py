# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "address")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    address: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    address: Text


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    address: Text = UNSET
