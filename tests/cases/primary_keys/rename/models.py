# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET


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
