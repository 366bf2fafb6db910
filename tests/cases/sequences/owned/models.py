# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer, SmallInt, Text


class Order(BaseModel):
    """A row of app.orders."""

    TABLE: ClassVar = ("app", "orders")
    COLUMNS: ClassVar = ("id", "line", "plain", "code", "free")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    line: int
    plain: int
    code: str
    free: int | None


class OrderInsert(BaseModel, extra="forbid"):
    """A new row of app.orders."""

    id: BigInt = UNSET
    line: SmallInt = UNSET
    plain: Integer = UNSET
    code: Text = UNSET
    free: Integer | None = UNSET


class OrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.orders."""

    id: BigInt = UNSET
    line: SmallInt = UNSET
    plain: Integer = UNSET
    code: Text = UNSET
    free: Integer | None = UNSET


class Copy(BaseModel):
    """A row of app.copies."""

    TABLE: ClassVar = ("app", "copies")
    COLUMNS: ClassVar = ("id", "number")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    number: int


class CopyInsert(BaseModel, extra="forbid"):
    """A new row of app.copies."""

    id: BigInt = UNSET
    number: Integer = UNSET


class CopyUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.copies."""

    id: BigInt = UNSET
    number: Integer = UNSET


class Shared(BaseModel):
    """A row of app.shared."""

    TABLE: ClassVar = ("app", "shared")
    COLUMNS: ClassVar = ("id", "other")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    other: int


class SharedInsert(BaseModel, extra="forbid"):
    """A new row of app.shared."""

    id: BigInt = UNSET
    other: Integer = UNSET


class SharedUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.shared."""

    id: BigInt = UNSET
    other: Integer = UNSET
