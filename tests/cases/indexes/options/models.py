# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime
from typing import ClassVar

from pydantic import BaseModel, JsonValue

from ._geometry import Point
from ._values import UNSET, BigInt, Json, Text, Timestamptz


class Doc(BaseModel):
    """A row of app.docs."""

    TABLE: ClassVar = ("app", "docs")
    COLUMNS: ClassVar = ("id", "title", "tags", "body", "at", "spot")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    title: str
    tags: list[str | None]
    body: JsonValue
    at: datetime
    spot: str


class DocInsert(BaseModel, extra="forbid"):
    """A new row of app.docs."""

    id: BigInt
    title: Text
    tags: list[Text | None]
    body: Json
    at: Timestamptz
    spot: Point


class DocUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.docs."""

    id: BigInt = UNSET
    title: Text = UNSET
    tags: list[Text | None] = UNSET
    body: Json = UNSET
    at: Timestamptz = UNSET
    spot: Point = UNSET
