# Written by fluxc from schema/blog; do not edit.
"""What people write, and what others say to it."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Text, Timestamptz


class PostStatus(StrEnum):
    """How far a post is."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Comment(BaseModel):
    """What people say to a post, and to each other."""

    TABLE: ClassVar = ("blog", "comments")
    COLUMNS: ClassVar = (
        "id",
        "post_id",
        "parent_id",
        "author_id",
        "body",
        "created_at",
        "updated_at",
    )
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    post_id: int
    parent_id: int | None
    author_id: int | None
    body: str
    created_at: datetime
    updated_at: datetime


class CommentInsert(BaseModel, extra="forbid"):
    """A new row of blog.comments."""

    post_id: BigInt
    parent_id: BigInt | None = None
    author_id: BigInt | None = None
    body: Annotated[Text, Field(min_length=1, max_length=10000)]
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class CommentUpdate(BaseModel, extra="forbid"):
    """Changes to a row of blog.comments."""

    post_id: BigInt = UNSET
    parent_id: BigInt | None = UNSET
    author_id: BigInt | None = UNSET
    body: Annotated[Text, Field(min_length=1, max_length=10000)] = UNSET
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class Post(BaseModel):
    """What people write."""

    TABLE: ClassVar = ("blog", "posts")
    COLUMNS: ClassVar = (
        "id",
        "author_id",
        "slug",
        "title",
        "body",
        "status",
        "published_at",
        "search",
        "created_at",
        "updated_at",
    )
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    author_id: int
    slug: Annotated[str, Field(description="How the address of the post ends.")]
    title: str
    body: str
    status: PostStatus
    published_at: datetime | None
    search: Annotated[
        str,
        Field(description="What a search looks at, the title first."),
    ]
    created_at: datetime
    updated_at: datetime


class PostInsert(BaseModel, extra="forbid"):
    """A new row of blog.posts."""

    author_id: BigInt
    slug: Annotated[
        Text,
        Field(max_length=120, description="How the address of the post ends."),
    ]
    title: Annotated[Text, Field(min_length=3, max_length=200)]
    body: Text
    status: PostStatus = PostStatus.DRAFT
    published_at: Timestamptz | None = None
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class PostUpdate(BaseModel, extra="forbid"):
    """Changes to a row of blog.posts."""

    author_id: BigInt = UNSET
    slug: Annotated[
        Text,
        Field(max_length=120, description="How the address of the post ends."),
    ] = UNSET
    title: Annotated[Text, Field(min_length=3, max_length=200)] = UNSET
    body: Text = UNSET
    status: PostStatus = UNSET
    published_at: Timestamptz | None = UNSET
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class PostTag(BaseModel):
    """Which tags a post has."""

    TABLE: ClassVar = ("blog", "post_tags")
    COLUMNS: ClassVar = ("post_id", "tag_id")
    PRIMARY_KEY: ClassVar = ("post_id", "tag_id")

    post_id: int
    tag_id: int


class PostTagInsert(BaseModel, extra="forbid"):
    """A new row of blog.post_tags."""

    post_id: BigInt
    tag_id: BigInt


class PostTagUpdate(BaseModel, extra="forbid"):
    """Changes to a row of blog.post_tags."""

    post_id: BigInt = UNSET
    tag_id: BigInt = UNSET


class Tag(BaseModel):
    """Words by which posts are found."""

    TABLE: ClassVar = ("blog", "tags")
    COLUMNS: ClassVar = ("id", "name")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str


class TagInsert(BaseModel, extra="forbid"):
    """A new row of blog.tags."""

    name: Annotated[Text, Field(max_length=50)]


class TagUpdate(BaseModel, extra="forbid"):
    """Changes to a row of blog.tags."""

    name: Annotated[Text, Field(max_length=50)] = UNSET
