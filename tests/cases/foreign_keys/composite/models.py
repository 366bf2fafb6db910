# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class A(BaseModel):
    """A row of app.a."""

    x: int
    y: str


class AInsert(BaseModel, extra="forbid"):
    """A new row of app.a."""

    x: int
    y: str


class AUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.a."""

    x: int = UNSET
    y: str = UNSET


class B(BaseModel):
    """A row of app.b."""

    x: int
    y: str
    z: int | None


class BInsert(BaseModel, extra="forbid"):
    """A new row of app.b."""

    x: int
    y: str
    z: int | None = None


class BUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.b."""

    x: int = UNSET
    y: str = UNSET
    z: int | None = UNSET
