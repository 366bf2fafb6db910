# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class B(BaseModel):
    """A row of app.b."""

    TABLE: ClassVar = ("app", "b")
    COLUMNS: ClassVar = ("id", "one")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    one: str


class BInsert(BaseModel, extra="forbid"):
    """A new row of app.b."""

    id: BigInt
    one: Text


class BUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.b."""

    id: BigInt = UNSET
    one: Text = UNSET


class C(BaseModel):
    """A row of app.c."""

    TABLE: ClassVar = ("app", "c")
    COLUMNS: ClassVar = ("id", "a_id")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    a_id: int


class CInsert(BaseModel, extra="forbid"):
    """A new row of app.c."""

    id: BigInt
    a_id: BigInt


class CUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.c."""

    id: BigInt = UNSET
    a_id: BigInt = UNSET
