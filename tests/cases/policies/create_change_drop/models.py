# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer, Text


class Document(BaseModel):
    """A row of app.documents."""

    TABLE: ClassVar = ("app", "documents")
    COLUMNS: ClassVar = ("id", "owner", "tenant", "level")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    owner: str
    tenant: int
    level: int


class DocumentInsert(BaseModel, extra="forbid"):
    """A new row of app.documents."""

    owner: Text
    tenant: Integer
    level: Integer


class DocumentUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.documents."""

    owner: Text = UNSET
    tenant: Integer = UNSET
    level: Integer = UNSET


class Grant(BaseModel):
    """A row of app.grants."""

    TABLE: ClassVar = ("app", "grants")
    COLUMNS: ClassVar = ("document_id", "who")
    PRIMARY_KEY: ClassVar = ()

    document_id: int
    who: str


class GrantInsert(BaseModel, extra="forbid"):
    """A new row of app.grants."""

    document_id: BigInt
    who: Text


class GrantUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.grants."""

    document_id: BigInt = UNSET
    who: Text = UNSET
