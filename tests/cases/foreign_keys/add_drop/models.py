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
    COLUMNS: ClassVar = ("a_id", "old_id")
    PRIMARY_KEY: ClassVar = ()

    a_id: int | None
    old_id: int | None


class BInsert(BaseModel, extra="forbid"):
    """A new row of app.b."""

    a_id: BigInt | None = None
    old_id: BigInt | None = None


class BUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.b."""

    a_id: BigInt | None = UNSET
    old_id: BigInt | None = UNSET
