# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class A(BaseModel):
    """A row of app.a."""

    id: int


class AInsert(BaseModel, extra="forbid"):
    """A new row of app.a."""

    id: BigInt


class AUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.a."""

    id: BigInt = UNSET


class B(BaseModel):
    """A row of app.b."""

    a_id: int
    n: int


class BInsert(BaseModel, extra="forbid"):
    """A new row of app.b."""

    a_id: BigInt
    n: Integer


class BUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.b."""

    a_id: BigInt = UNSET
    n: Integer = UNSET
