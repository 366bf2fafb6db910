# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET, BigInt


class A(BaseModel):
    """A row of app.a."""

    id: int


class AInsert(BaseModel, extra="forbid"):
    """A new row of app.a."""

    id: BigInt


class AUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.a."""

    id: BigInt = UNSET


class C(BaseModel):
    """A row of app.c."""

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
