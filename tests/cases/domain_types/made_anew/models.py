# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from builtins import list as _list
from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._values import UNSET, BigInt, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "code", "other", "pair", "list", "tags")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    code: str
    other: str
    pair: str | None
    list: Annotated[_list[str | None], ELEMENTS]
    tags: Annotated[_list[str | None], ELEMENTS]


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    code: Text = "one"
    other: Text = UNSET
    pair: Text | None = None
    list: _list[Text | None]
    tags: _list[Text | None]


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    code: Text = UNSET
    other: Text = UNSET
    pair: Text | None = UNSET
    list: _list[Text | None] = UNSET
    tags: _list[Text | None] = UNSET


class Span(BaseModel):
    """A row of app.spans."""

    TABLE: ClassVar = ("app", "spans")
    COLUMNS: ClassVar = ("size", "twice")
    PRIMARY_KEY: ClassVar = ()

    size: str
    twice: int


class SpanInsert(BaseModel, extra="forbid"):
    """A new row of app.spans."""

    size: Text


class SpanUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.spans."""

    size: Text = UNSET
