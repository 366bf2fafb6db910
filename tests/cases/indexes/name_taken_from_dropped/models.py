# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("a",)
    PRIMARY_KEY: ClassVar = ()

    a: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: Text


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: Text = UNSET
