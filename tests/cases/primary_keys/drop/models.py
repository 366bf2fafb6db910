# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class T(BaseModel):
    """A row of app.t."""

    id: int
    n: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: int
    n: int


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: int = UNSET
    n: int = UNSET


class U(BaseModel):
    """A row of app.u."""

    t_id: int


class UInsert(BaseModel, extra="forbid"):
    """A new row of app.u."""

    t_id: int


class UUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.u."""

    t_id: int = UNSET


class W(BaseModel):
    """A row of app.w."""

    a: int | None
    b: int


class WInsert(BaseModel, extra="forbid"):
    """A new row of app.w."""

    a: int | None = None
    b: int


class WUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.w."""

    a: int | None = UNSET
    b: int = UNSET
