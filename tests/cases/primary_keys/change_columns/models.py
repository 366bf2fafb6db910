# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "code", "tenant")
    PRIMARY_KEY: ClassVar = ("tenant", "id")

    id: int
    code: str
    tenant: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    code: Text
    tenant: Integer = 1


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    code: Text = UNSET
    tenant: Integer = UNSET


class U(BaseModel):
    """A row of app.u."""

    TABLE: ClassVar = ("app", "u")
    COLUMNS: ClassVar = ("t_id", "tenant", "t_code")
    PRIMARY_KEY: ClassVar = ()

    t_id: int
    tenant: int
    t_code: str


class UInsert(BaseModel, extra="forbid"):
    """A new row of app.u."""

    t_id: BigInt
    tenant: Integer = 1
    t_code: Text


class UUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.u."""

    t_id: BigInt = UNSET
    tenant: Integer = UNSET
    t_code: Text = UNSET
