# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime

from pydantic import BaseModel, JsonValue

from ._values import UNSET, Json


class Doc(BaseModel):
    """A row of app.docs."""

    id: int
    title: str
    tags: list[str]
    body: JsonValue
    at: datetime
    spot: str


class DocInsert(BaseModel, extra="forbid"):
    """A new row of app.docs."""

    id: int
    title: str
    tags: list[str]
    body: Json
    at: datetime
    spot: str


class DocUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.docs."""

    id: int = UNSET
    title: str = UNSET
    tags: list[str] = UNSET
    body: Json = UNSET
    at: datetime = UNSET
    spot: str = UNSET
