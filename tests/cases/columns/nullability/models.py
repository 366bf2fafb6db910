# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class T(BaseModel):
    """A row of app.t."""

    id: int
    a: str
    b: str
    c: str | None
    d: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: int
    a: str
    b: str
    c: str | None = None
    d: int = 0


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: int = UNSET
    a: str = UNSET
    b: str = UNSET
    c: str | None = UNSET
    d: int = UNSET
