# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, SmallInt, Text


class A(BaseModel):
    """A row of app.a."""

    TABLE: ClassVar = ("app", "a")
    COLUMNS: ClassVar = ("x", "id")
    PRIMARY_KEY: ClassVar = ("id",)

    x: str
    id: int


class AInsert(BaseModel, extra="forbid"):
    """A new row of app.a."""

    x: Text


class AUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.a."""

    x: Text = UNSET


class B(BaseModel):
    """A row of app.b."""

    TABLE: ClassVar = ("app", "b")
    COLUMNS: ClassVar = ("x", "id")
    PRIMARY_KEY: ClassVar = ("id",)

    x: str
    id: int


class BInsert(BaseModel, extra="forbid"):
    """A new row of app.b."""

    x: Text
    id: BigInt = UNSET


class BUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.b."""

    x: Text = UNSET
    id: BigInt = UNSET


class C(BaseModel):
    """A row of app.c."""

    TABLE: ClassVar = ("app", "c")
    COLUMNS: ClassVar = ("x", "id")
    PRIMARY_KEY: ClassVar = ()

    x: str
    id: int


class CInsert(BaseModel, extra="forbid"):
    """A new row of app.c."""

    x: Text
    id: SmallInt = UNSET


class CUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.c."""

    x: Text = UNSET
    id: SmallInt = UNSET
