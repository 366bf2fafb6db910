# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from decimal import Decimal

from pydantic import BaseModel, JsonValue

from ._values import UNSET


class Paper(BaseModel):
    """A row of app.papers."""

    body: str
    notes: str
    price: Decimal
    raw: bytes
    more: JsonValue | None


class PaperInsert(BaseModel, extra="forbid"):
    """A new row of app.papers."""

    body: str
    notes: str
    price: Decimal
    raw: bytes
    more: JsonValue | None = None


class PaperUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.papers."""

    body: str = UNSET
    notes: str = UNSET
    price: Decimal = UNSET
    raw: bytes = UNSET
    more: JsonValue | None = UNSET
