# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Coded(BaseModel):
    """A row of app.coded."""

    TABLE: ClassVar = ("app", "coded")
    COLUMNS: ClassVar = ("code",)
    PRIMARY_KEY: ClassVar = ()

    code: str | None


class CodedInsert(BaseModel, extra="forbid"):
    """A new row of app.coded."""

    code: Text | None = None


class CodedUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.coded."""

    code: Text | None = UNSET
