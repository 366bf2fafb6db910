# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class Kept(BaseModel):
    """A row of app.kept."""

    TABLE: ClassVar = ("app", "kept")
    COLUMNS: ClassVar = (
        "id",
        "moved",
        "named",
        "unnamed",
        "freed",
        "taken",
        "other",
        "new",
    )
    PRIMARY_KEY: ClassVar = ()

    id: int
    moved: int
    named: int
    unnamed: int
    freed: int
    taken: int
    other: int
    new: int


class KeptInsert(BaseModel, extra="forbid"):
    """A new row of app.kept."""

    id: BigInt = UNSET
    moved: Integer = UNSET
    named: Integer = UNSET
    unnamed: Integer = UNSET
    freed: Integer = UNSET
    taken: Integer = UNSET
    other: BigInt = UNSET
    new: Integer = UNSET


class KeptUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.kept."""

    id: BigInt = UNSET
    moved: Integer = UNSET
    named: Integer = UNSET
    unnamed: Integer = UNSET
    freed: Integer = UNSET
    taken: Integer = UNSET
    other: BigInt = UNSET
    new: Integer = UNSET
