# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "name", "plain", "word")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str
    plain: str
    word: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    name: Text
    plain: Annotated[Text, Field(max_length=20)] = "x"
    word: Text


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    name: Text = UNSET
    plain: Annotated[Text, Field(max_length=20)] = UNSET
    word: Text = UNSET
