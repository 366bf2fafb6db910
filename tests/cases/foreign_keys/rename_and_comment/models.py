# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


class A(BaseModel):
    """A row of app.a."""

    TABLE: ClassVar = ("app", "a")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class AInsert(BaseModel, extra="forbid"):
    """A new row of app.a."""

    id: BigInt


class AUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.a."""

    id: BigInt = UNSET


class C(BaseModel):
    """A row of app.c."""

    TABLE: ClassVar = ("app", "c")
    COLUMNS: ClassVar = ("x", "y")
    PRIMARY_KEY: ClassVar = ()

    x: int
    y: int


class CInsert(BaseModel, extra="forbid"):
    """A new row of app.c."""

    x: BigInt
    y: BigInt


class CUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.c."""

    x: BigInt = UNSET
    y: BigInt = UNSET
