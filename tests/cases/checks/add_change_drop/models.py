# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, Integer


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("a", "b", "c")
    PRIMARY_KEY: ClassVar = ()

    a: int
    b: int
    c: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: Annotated[Integer, Field(gt=1)]
    b: Integer
    c: Integer


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: Annotated[Integer, Field(gt=1)] = UNSET
    b: Integer = UNSET
    c: Integer = UNSET
