# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class P(BaseModel):
    """A row of app.p."""

    TABLE: ClassVar = ("app", "p")
    COLUMNS: ClassVar = ("a", "b")
    PRIMARY_KEY: ClassVar = ("a", "b")

    a: int
    b: int


class PInsert(BaseModel, extra="forbid"):
    """A new row of app.p."""

    a: Integer
    b: Integer


class PUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.p."""

    a: Integer = UNSET
    b: Integer = UNSET


class C(BaseModel):
    """A row of app.c."""

    TABLE: ClassVar = ("app", "c")
    COLUMNS: ClassVar = ("id", "a", "b", "one", "two", "three")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    a: int | None
    b: int | None
    one: int | None
    two: int | None
    three: int | None


class CInsert(BaseModel, extra="forbid"):
    """A new row of app.c."""

    id: BigInt
    a: Integer | None = None
    b: Integer | None = None
    one: BigInt | None = None
    two: BigInt | None = None
    three: BigInt | None = None


class CUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.c."""

    id: BigInt = UNSET
    a: Integer | None = UNSET
    b: Integer | None = UNSET
    one: BigInt | None = UNSET
    two: BigInt | None = UNSET
    three: BigInt | None = UNSET
