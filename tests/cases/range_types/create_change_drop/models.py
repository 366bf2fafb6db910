# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._values import UNSET, BigInt, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "span", "spans", "word", "number")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    span: str
    spans: str | None
    word: str | None
    number: Annotated[list[str | None] | None, ELEMENTS]


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    span: Text
    spans: Text | None = None
    word: Text | None = None
    number: list[Text | None] | None = None


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    span: Text = UNSET
    spans: Text | None = UNSET
    word: Text | None = UNSET
    number: list[Text | None] | None = UNSET
