# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class A(BaseModel):
    """A row of app.a."""

    id: int


class AInsert(BaseModel, extra="forbid"):
    """A new row of app.a."""

    id: int


class AUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.a."""

    id: int = UNSET


class B(BaseModel):
    """A row of app.b."""

    w: int | None
    x: int | None
    y: int | None
    z: int


class BInsert(BaseModel, extra="forbid"):
    """A new row of app.b."""

    w: int | None = None
    x: int | None = None
    y: int | None = None
    z: int = 0


class BUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.b."""

    w: int | None = UNSET
    x: int | None = UNSET
    y: int | None = UNSET
    z: int = UNSET
