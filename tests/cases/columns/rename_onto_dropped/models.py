# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("name", "n")
    PRIMARY_KEY: ClassVar = ()

    name: str
    n: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    name: Text
    n: Integer


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    name: Text = UNSET
    n: Integer = UNSET
