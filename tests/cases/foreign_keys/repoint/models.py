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
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class BInsert(BaseModel, extra="forbid"):
    """A new row of app.b."""

    id: BigInt


class BUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.b."""

    id: BigInt = UNSET


class C(BaseModel):
    """A row of app.c."""

    TABLE: ClassVar = ("app", "c")
    COLUMNS: ClassVar = ("ref",)
    PRIMARY_KEY: ClassVar = ()

    ref: int


class CInsert(BaseModel, extra="forbid"):
    """A new row of app.c."""

    ref: BigInt


class CUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.c."""

    ref: BigInt = UNSET
