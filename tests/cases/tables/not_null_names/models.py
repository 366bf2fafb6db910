# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer, Text


class OldOrder(BaseModel):
    """A row of app.old_orders."""

    TABLE: ClassVar = ("app", "old_orders")
    COLUMNS: ClassVar = ("id", "total")
    PRIMARY_KEY: ClassVar = ()

    id: int
    total: int


class OldOrderInsert(BaseModel, extra="forbid"):
    """A new row of app.old_orders."""

    id: BigInt
    total: Integer


class OldOrderUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.old_orders."""

    id: BigInt = UNSET
    total: Integer = UNSET


class Line(BaseModel):
    """A row of app.lines."""

    TABLE: ClassVar = ("app", "lines")
    COLUMNS: ClassVar = ("note", "id")
    PRIMARY_KEY: ClassVar = ()

    note: str | None
    id: int


class LineInsert(BaseModel, extra="forbid"):
    """A new row of app.lines."""

    note: Text | None = None
    id: BigInt = 1


class LineUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.lines."""

    note: Text | None = UNSET
    id: BigInt = UNSET
