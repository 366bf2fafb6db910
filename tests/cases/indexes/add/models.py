# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("a", "b", "c")
    PRIMARY_KEY: ClassVar = ()

    a: str
    b: str
    c: int | None


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: Text
    b: Text
    c: Integer | None = None


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: Text = UNSET
    b: Text = UNSET
    c: Integer | None = UNSET
