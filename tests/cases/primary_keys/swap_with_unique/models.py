# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class T(BaseModel):
    """A row of app.t."""

    id: int
    code: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: int
    code: str


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: int = UNSET
    code: str = UNSET


class U(BaseModel):
    """A row of app.u."""

    t_id: int


class UInsert(BaseModel, extra="forbid"):
    """A new row of app.u."""

    t_id: int


class UUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.u."""

    t_id: int = UNSET
