# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Post(BaseModel):
    """A row of app.posts."""

    TABLE: ClassVar = ("app", "posts")
    COLUMNS: ClassVar = ("id", "title", "body", "kind", "slug")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    title: str
    body: str
    kind: str
    slug: str


class PostInsert(BaseModel, extra="forbid"):
    """A new row of app.posts."""

    title: Text
    body: Text
    kind: Text
    slug: Text


class PostUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.posts."""

    title: Text = UNSET
    body: Text = UNSET
    kind: Text = UNSET
    slug: Text = UNSET
