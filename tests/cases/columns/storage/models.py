# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field, JsonValue

from ._values import UNSET, AnyJson, AnyNumeric, Text


class Paper(BaseModel):
    """A row of app.papers."""

    TABLE: ClassVar = ("app", "papers")
    COLUMNS: ClassVar = ("body", "notes", "price", "raw", "more")
    PRIMARY_KEY: ClassVar = ()

    body: str
    notes: str
    price: AnyNumeric
    raw: bytes
    more: JsonValue | None


class PaperInsert(BaseModel, extra="forbid"):
    """A new row of app.papers."""

    body: Text
    notes: Text
    price: Annotated[Decimal, Field(max_digits=10, decimal_places=2)]
    raw: bytes
    more: AnyJson | None = None


class PaperUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.papers."""

    body: Text = UNSET
    notes: Text = UNSET
    price: Annotated[Decimal, Field(max_digits=10, decimal_places=2)] = UNSET
    raw: bytes = UNSET
    more: AnyJson | None = UNSET
