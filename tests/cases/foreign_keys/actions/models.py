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


class B(BaseModel):
    """A row of app.b."""

    TABLE: ClassVar = ("app", "b")
    COLUMNS: ClassVar = ("w", "x", "y", "z")
    PRIMARY_KEY: ClassVar = ()

    w: int | None
    x: int | None
    y: int | None
    z: int


class BInsert(BaseModel, extra="forbid"):
    """A new row of app.b."""

    w: BigInt | None = None
    x: BigInt | None = None
    y: BigInt | None = None
    z: BigInt = 0


class BUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.b."""

    w: BigInt | None = UNSET
    x: BigInt | None = UNSET
    y: BigInt | None = UNSET
    z: BigInt = UNSET
