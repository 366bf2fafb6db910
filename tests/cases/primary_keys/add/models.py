# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("a", "b")
    PRIMARY_KEY: ClassVar = ("a", "b")

    a: int
    b: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: Integer
    b: Integer


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: Integer = UNSET
    b: Integer = UNSET


class U(BaseModel):
    """A row of app.u."""

    TABLE: ClassVar = ("app", "u")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class UInsert(BaseModel, extra="forbid"):
    """A new row of app.u."""

    id: Integer


class UUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.u."""

    id: Integer = UNSET


class V(BaseModel):
    """A row of app.v."""

    TABLE: ClassVar = ("app", "v")
    COLUMNS: ClassVar = ("u_id",)
    PRIMARY_KEY: ClassVar = ()

    u_id: int


class VInsert(BaseModel, extra="forbid"):
    """A new row of app.v."""

    u_id: Integer


class VUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.v."""

    u_id: Integer = UNSET
