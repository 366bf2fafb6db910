# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("code",)
    PRIMARY_KEY: ClassVar = ()

    code: str


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    code: Text


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    code: Text = UNSET


class ZzKnown(BaseModel):
    """A row of app.zz_known."""

    TABLE: ClassVar = ("app", "zz_known")
    COLUMNS: ClassVar = ("code",)
    PRIMARY_KEY: ClassVar = ("code",)

    code: str


class ZzKnownInsert(BaseModel, extra="forbid"):
    """A new row of app.zz_known."""

    code: Text


class ZzKnownUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.zz_known."""

    code: Text = UNSET
