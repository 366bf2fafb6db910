# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class P(BaseModel):
    """A row of app.p."""

    a: int
    b: int


class PInsert(BaseModel, extra="forbid"):
    """A new row of app.p."""

    a: int
    b: int


class PUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.p."""

    a: int = UNSET
    b: int = UNSET


class C(BaseModel):
    """A row of app.c."""

    id: int
    a: int | None
    b: int | None
    one: int | None
    two: int | None
    three: int | None


class CInsert(BaseModel, extra="forbid"):
    """A new row of app.c."""

    id: int
    a: int | None = None
    b: int | None = None
    one: int | None = None
    two: int | None = None
    three: int | None = None


class CUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.c."""

    id: int = UNSET
    a: int | None = UNSET
    b: int | None = UNSET
    one: int | None = UNSET
    two: int | None = UNSET
    three: int | None = UNSET
