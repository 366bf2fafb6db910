# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class B(BaseModel):
    """A row of app.b."""

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
