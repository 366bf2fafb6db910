# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer, Text


class ByFull(BaseModel):
    """A row of app.by_full."""

    TABLE: ClassVar = ("app", "by_full")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class ByFullInsert(BaseModel, extra="forbid"):
    """A new row of app.by_full."""

    id: Integer


class ByFullUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.by_full."""

    id: Integer = UNSET


class ByIndex(BaseModel):
    """A row of app.by_index."""

    TABLE: ClassVar = ("app", "by_index")
    COLUMNS: ClassVar = ("id", "a", "b")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    a: int
    b: int


class ByIndexInsert(BaseModel, extra="forbid"):
    """A new row of app.by_index."""

    id: Integer
    a: Integer
    b: Integer


class ByIndexUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.by_index."""

    id: Integer = UNSET
    a: Integer = UNSET
    b: Integer = UNSET


class ByKey(BaseModel):
    """A row of app.by_key."""

    TABLE: ClassVar = ("app", "by_key")
    COLUMNS: ClassVar = ("id", "a")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    a: int


class ByKeyInsert(BaseModel, extra="forbid"):
    """A new row of app.by_key."""

    id: Integer
    a: Integer


class ByKeyUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.by_key."""

    id: Integer = UNSET
    a: Integer = UNSET


class Remade(BaseModel):
    """A row of app.remade."""

    TABLE: ClassVar = ("app", "remade")
    COLUMNS: ClassVar = ("id", "a", "b")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    a: int
    b: int


class RemadeInsert(BaseModel, extra="forbid"):
    """A new row of app.remade."""

    id: Integer
    a: Integer
    b: Integer


class RemadeUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.remade."""

    id: Integer = UNSET
    a: Integer = UNSET
    b: Integer = UNSET


class New(BaseModel):
    """A row of app.new."""

    TABLE: ClassVar = ("app", "new")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class NewInsert(BaseModel, extra="forbid"):
    """A new row of app.new."""

    id: Integer


class NewUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.new."""

    id: Integer = UNSET


class NewByKey(BaseModel):
    """A row of app.new_by_key."""

    TABLE: ClassVar = ("app", "new_by_key")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    code: str


class NewByKeyInsert(BaseModel, extra="forbid"):
    """A new row of app.new_by_key."""

    id: Integer
    code: Text


class NewByKeyUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.new_by_key."""

    id: Integer = UNSET
    code: Text = UNSET
