# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, Integer, Text


class Base(BaseModel):
    """A row of app.base."""

    TABLE: ClassVar = ("app", "base")
    COLUMNS: ClassVar = ("a", "x", "y")
    PRIMARY_KEY: ClassVar = ()

    a: int
    x: str | None
    y: int


class BaseInsert(BaseModel, extra="forbid"):
    """A new row of app.base."""

    a: Annotated[Integer, Field(gt=0)]
    x: Text | None = None
    y: Integer = 3


class BaseUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.base."""

    a: Annotated[Integer, Field(gt=0)] = UNSET
    x: Text | None = UNSET
    y: Integer = UNSET


class Fresh(BaseModel):
    """A row of app.fresh."""

    TABLE: ClassVar = ("app", "fresh")
    COLUMNS: ClassVar = ("z",)
    PRIMARY_KEY: ClassVar = ()

    z: date | None


class FreshInsert(BaseModel, extra="forbid"):
    """A new row of app.fresh."""

    z: date | None = None


class FreshUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.fresh."""

    z: date | None = UNSET


class Heir(BaseModel):
    """It has other columns."""

    TABLE: ClassVar = ("app", "heir")
    COLUMNS: ClassVar = ("a", "x", "y", "z", "own")
    PRIMARY_KEY: ClassVar = ()

    a: int
    x: str | None
    y: int
    z: date | None
    own: str


class HeirInsert(BaseModel, extra="forbid"):
    """A new row of app.heir."""

    a: Integer
    x: Text | None = None
    y: Integer = 3
    z: date | None = None
    own: Text


class HeirUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.heir."""

    a: Integer = UNSET
    x: Text | None = UNSET
    y: Integer = UNSET
    z: date | None = UNSET
    own: Text = UNSET


class Parted(BaseModel):
    """A row of app.parted."""

    TABLE: ClassVar = ("app", "parted")
    COLUMNS: ClassVar = ("a", "x", "n")
    PRIMARY_KEY: ClassVar = ()

    a: int
    x: str | None
    n: int


class PartedInsert(BaseModel, extra="forbid"):
    """A new row of app.parted."""

    a: Integer
    x: Text | None = None
    n: Annotated[Integer, Field(gt=0)]


class PartedUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.parted."""

    a: Integer = UNSET
    x: Text | None = UNSET
    n: Annotated[Integer, Field(gt=0)] = UNSET


class Alone(BaseModel):
    """A row of app.alone."""

    TABLE: ClassVar = ("app", "alone")
    COLUMNS: ClassVar = ("z", "own")
    PRIMARY_KEY: ClassVar = ()

    z: date | None
    own: str


class AloneInsert(BaseModel, extra="forbid"):
    """A new row of app.alone."""

    z: date | None = UNSET
    own: Text


class AloneUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.alone."""

    z: date | None = UNSET
    own: Text = UNSET
