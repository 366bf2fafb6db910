# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from decimal import Decimal

from pydantic import BaseModel

from ._values import UNSET


class T(BaseModel):
    """A row of app.t."""

    score: int | None
    flag: int
    pair: list[str]
    days: Decimal | None


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    score: int | None = None
    flag: int = 1
    pair: list[str] = UNSET
    days: Decimal | None = None


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    score: int | None = UNSET
    flag: int = UNSET
    pair: list[str] = UNSET
    days: Decimal | None = UNSET
