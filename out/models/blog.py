# Written by fluxc from schema/blog; do not edit.
"""What people write, and what others say to it."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field

from ._values import UNSET


class PostStatus(StrEnum):
    """How far a post is."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Comment(BaseModel):
    """What people say to a post, and to each other."""

    id: int
    post_id: int
    parent_id: int | None
    author_id: int | None
    body: str
    created_at: datetime
    updated_at: datetime


class CommentInsert(BaseModel, extra="forbid"):
    """A new row of blog.comments."""

    post_id: int
    parent_id: int | None = None
    author_id: int | None = None
    body: str
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class CommentUpdate(BaseModel, extra="forbid"):
    """Changes to a row of blog.comments."""

    post_id: int = UNSET
    parent_id: int | None = UNSET
    author_id: int | None = UNSET
    body: str = UNSET
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class Post(BaseModel):
    """What people write."""

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

    author_id: int
    slug: Annotated[str, Field(description="How the address of the post ends.")]
    title: str
    body: str
    status: PostStatus = PostStatus.DRAFT
    published_at: datetime | None = None
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class PostUpdate(BaseModel, extra="forbid"):
    """Changes to a row of blog.posts."""

    author_id: int = UNSET
    slug: Annotated[str, Field(description="How the address of the post ends.")] = UNSET
    title: str = UNSET
    body: str = UNSET
    status: PostStatus = UNSET
    published_at: datetime | None = UNSET
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class PostTag(BaseModel):
    """Which tags a post has."""

    post_id: int
    tag_id: int


class PostTagInsert(BaseModel, extra="forbid"):
    """A new row of blog.post_tags."""

    post_id: int
    tag_id: int


class PostTagUpdate(BaseModel, extra="forbid"):
    """Changes to a row of blog.post_tags."""

    post_id: int = UNSET
    tag_id: int = UNSET


class Tag(BaseModel):
    """Words by which posts are found."""

    id: int
    name: str


class TagInsert(BaseModel, extra="forbid"):
    """A new row of blog.tags."""

    name: str


class TagUpdate(BaseModel, extra="forbid"):
    """Changes to a row of blog.tags."""

    name: str = UNSET
