# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class Box(BaseModel):
    """A row of app.boxes."""

    width: int
    height: int
    area: int
    side: int
    more: int | None


class BoxInsert(BaseModel, extra="forbid"):
    """A new row of app.boxes."""

    width: int
    height: int


class BoxUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.boxes."""

    width: int = UNSET
    height: int = UNSET
