# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class S(BaseModel):
    """A row of app.s."""

    TABLE: ClassVar = ("app", "s")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int | None


class SInsert(BaseModel, extra="forbid"):
    """A new row of app.s."""

    id: BigInt | None = None


class SUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.s."""

    id: BigInt | None = UNSET


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "n")
    PRIMARY_KEY: ClassVar = ()

    id: int
    n: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    n: Integer


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    n: Integer = UNSET


class U(BaseModel):
    """A row of app.u."""

    TABLE: ClassVar = ("app", "u")
    COLUMNS: ClassVar = ("t_id",)
    PRIMARY_KEY: ClassVar = ()

    t_id: int


class UInsert(BaseModel, extra="forbid"):
    """A new row of app.u."""

    t_id: BigInt


class UUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.u."""

    t_id: BigInt = UNSET


class W(BaseModel):
    """A row of app.w."""

    TABLE: ClassVar = ("app", "w")
    COLUMNS: ClassVar = ("a", "b")
    PRIMARY_KEY: ClassVar = ()

    a: int | None
    b: int


class WInsert(BaseModel, extra="forbid"):
    """A new row of app.w."""

    a: Integer | None = None
    b: Integer


class WUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.w."""

    a: Integer | None = UNSET
    b: Integer = UNSET
