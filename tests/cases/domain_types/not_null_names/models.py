# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, Integer


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("a", "b", "c", "d", "e", "f", "g", "h")
    PRIMARY_KEY: ClassVar = ()

    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: Annotated[Integer, Field(gt=1)]
    b: Integer
    c: Integer
    d: Integer
    e: Integer
    f: Integer
    g: Integer
    h: Integer


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: Annotated[Integer, Field(gt=1)] = UNSET
    b: Integer = UNSET
    c: Integer = UNSET
    d: Integer = UNSET
    e: Integer = UNSET
    f: Integer = UNSET
    g: Integer = UNSET
    h: Integer = UNSET
