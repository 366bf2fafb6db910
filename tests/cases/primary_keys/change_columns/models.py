# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class T(BaseModel):
    """A row of app.t."""

    id: int
    code: str
    tenant: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: int
    code: str
    tenant: int = 1


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: int = UNSET
    code: str = UNSET
    tenant: int = UNSET


class U(BaseModel):
    """A row of app.u."""

    t_id: int
    tenant: int
    t_code: str


class UInsert(BaseModel, extra="forbid"):
    """A new row of app.u."""

    t_id: int
    tenant: int = 1
    t_code: str


class UUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.u."""

    t_id: int = UNSET
    tenant: int = UNSET
    t_code: str = UNSET
