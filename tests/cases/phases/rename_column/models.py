# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, Text


class User(BaseModel):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "handle", "motto")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    handle: str
    motto: str | None


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    handle: Annotated[Text, Field(min_length=1, max_length=64)]
    motto: Text | None = None


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    handle: Annotated[Text, Field(min_length=1, max_length=64)] = UNSET
    motto: Text | None = UNSET


class Post(BaseModel):
    """A row of app.posts."""

    TABLE: ClassVar = ("app", "posts")
    COLUMNS: ClassVar = ("id", "author")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    author: str


class PostInsert(BaseModel, extra="forbid"):
    """A new row of app.posts."""

    author: Annotated[Text, Field(max_length=64)]


class PostUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.posts."""

    author: Annotated[Text, Field(max_length=64)] = UNSET
