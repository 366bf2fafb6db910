# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Integer, Text


class User(BaseModel):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "name", "score", "code")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str
    score: int | None
    code: int


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    name: Text
    score: Annotated[BigInt | None, Field(gt=0)] = 7
    code: Integer


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    name: Text = UNSET
    score: Annotated[BigInt | None, Field(gt=0)] = UNSET
    code: Integer = UNSET


class Post(BaseModel):
    """A row of app.posts."""

    TABLE: ClassVar = ("app", "posts")
    COLUMNS: ClassVar = ("id", "author", "boss", "votes")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    author: int
    boss: int | None
    votes: int


class PostInsert(BaseModel, extra="forbid"):
    """A new row of app.posts."""

    id: BigInt = UNSET
    author: BigInt
    boss: BigInt | None = None
    votes: Integer = 0


class PostUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.posts."""

    id: BigInt = UNSET
    author: BigInt = UNSET
    boss: BigInt | None = UNSET
    votes: Integer = UNSET


class UserPost(BaseModel):
    """A row of app.user_posts."""

    TABLE: ClassVar = ("app", "user_posts")
    COLUMNS: ClassVar = ("user_id", "post_id")
    PRIMARY_KEY: ClassVar = ("user_id", "post_id")

    user_id: int
    post_id: int


class UserPostInsert(BaseModel, extra="forbid"):
    """A new row of app.user_posts."""

    user_id: BigInt
    post_id: BigInt


class UserPostUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.user_posts."""

    user_id: BigInt = UNSET
    post_id: BigInt = UNSET
