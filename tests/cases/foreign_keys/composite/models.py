# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer, Text


class A(BaseModel):
    """A row of app.a."""

    TABLE: ClassVar = ("app", "a")
    COLUMNS: ClassVar = ("x", "y")
    PRIMARY_KEY: ClassVar = ("x", "y")

    x: int
    y: str


class AInsert(BaseModel, extra="forbid"):
    """A new row of app.a."""

    x: Integer
    y: Text


class AUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.a."""

    x: Integer = UNSET
    y: Text = UNSET


class B(BaseModel):
    """A row of app.b."""

    TABLE: ClassVar = ("app", "b")
    COLUMNS: ClassVar = ("x", "y", "z")
    PRIMARY_KEY: ClassVar = ()

    x: int
    y: str
    z: int | None


class BInsert(BaseModel, extra="forbid"):
    """A new row of app.b."""

    x: Integer
    y: Text
    z: Integer | None = None


class BUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.b."""

    x: Integer = UNSET
    y: Text = UNSET
    z: Integer | None = UNSET
