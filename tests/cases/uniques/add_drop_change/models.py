# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("a", "b", "c", "d")
    PRIMARY_KEY: ClassVar = ()

    a: int
    b: int
    c: int
    d: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: Integer
    b: Integer
    c: Integer
    d: Integer


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: Integer = UNSET
    b: Integer = UNSET
    c: Integer = UNSET
    d: Integer = UNSET
