# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class Place(BaseModel):
    """A row of app.places."""

    TABLE: ClassVar = ("app", "places")
    COLUMNS: ClassVar = ("city", "zip", "region", "size")
    PRIMARY_KEY: ClassVar = ()

    city: str
    zip: str
    region: str
    size: int


class PlaceInsert(BaseModel, extra="forbid"):
    """A new row of app.places."""

    city: Text
    zip: Text
    region: Text
    size: BigInt


class PlaceUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.places."""

    city: Text = UNSET
    zip: Text = UNSET
    region: Text = UNSET
    size: BigInt = UNSET


class Town(BaseModel):
    """A row of app.towns."""

    TABLE: ClassVar = ("app", "towns")
    COLUMNS: ClassVar = ("city", "zip")
    PRIMARY_KEY: ClassVar = ()

    city: str
    zip: str


class TownInsert(BaseModel, extra="forbid"):
    """A new row of app.towns."""

    city: Text
    zip: Text


class TownUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.towns."""

    city: Text = UNSET
    zip: Text = UNSET
