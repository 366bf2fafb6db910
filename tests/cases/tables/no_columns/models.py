# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel


class Nothing(BaseModel):
    """A row of app.nothing."""

    TABLE: ClassVar = ("app", "nothing")
    COLUMNS: ClassVar = ()
    PRIMARY_KEY: ClassVar = ()


class NothingInsert(BaseModel, extra="forbid"):
    """A new row of app.nothing."""


class NothingUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.nothing."""
