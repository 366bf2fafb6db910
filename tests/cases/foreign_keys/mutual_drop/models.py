# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


class Nest(BaseModel):
    """A row of app.nests."""

    TABLE: ClassVar = ("app", "nests")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class NestInsert(BaseModel, extra="forbid"):
    """A new row of app.nests."""

    id: BigInt


class NestUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.nests."""

    id: BigInt = UNSET
