# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("a", "b", "c")
    PRIMARY_KEY: ClassVar = ()

    a: int
    b: int
    c: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: BigInt = UNSET
    b: Integer = 4
    c: BigInt = 5


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: BigInt = UNSET
    b: Integer = UNSET
    c: BigInt = UNSET
