# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "name", "plain", "word", "words")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str
    plain: str
    word: str
    words: str | None


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    name: Text
    plain: Annotated[Text, Field(max_length=20)] = "x"
    word: Text
    words: Text | None = None


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    name: Text = UNSET
    plain: Annotated[Text, Field(max_length=20)] = UNSET
    word: Text = UNSET
    words: Text | None = UNSET
