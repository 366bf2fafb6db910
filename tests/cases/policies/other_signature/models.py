# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer


class Document(BaseModel):
    """A row of app.documents."""

    TABLE: ClassVar = ("app", "documents")
    COLUMNS: ClassVar = ("id", "level")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    level: int


class DocumentInsert(BaseModel, extra="forbid"):
    """A new row of app.documents."""

    level: Integer


class DocumentUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.documents."""

    level: Integer = UNSET
