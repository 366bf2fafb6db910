# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Town(BaseModel):
    """A row of app.towns."""

    TABLE: ClassVar = ("app", "towns")
    COLUMNS: ClassVar = ("name", "postcode")
    PRIMARY_KEY: ClassVar = ()

    name: str
    postcode: str


class TownInsert(BaseModel, extra="forbid"):
    """A new row of app.towns."""

    name: Text
    postcode: Text


class TownUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.towns."""

    name: Text = UNSET
    postcode: Text = UNSET
