# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer


class Kind(BaseModel):
    """A row of app.kinds."""

    TABLE: ClassVar = ("app", "kinds")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class KindInsert(BaseModel, extra="forbid"):
    """A new row of app.kinds."""

    id: Integer


class KindUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.kinds."""

    id: Integer = UNSET


# Written by fluxc from schema/kept; do not edit.
"""The domain kept."""

from datetime import date
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class Other(BaseModel):
    """A row of kept.others."""

    TABLE: ClassVar = ("kept", "others")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class OtherInsert(BaseModel, extra="forbid"):
    """A new row of kept.others."""

    id: Integer


class OtherUpdate(BaseModel, extra="forbid"):
    """Changes to a row of kept.others."""

    id: Integer = UNSET


class Event(BaseModel):
    """A row of kept.events."""

    TABLE: ClassVar = ("kept", "events")
    COLUMNS: ClassVar = ("id", "at", "kind")
    PRIMARY_KEY: ClassVar = ("id", "at")

    id: int
    at: date
    kind: int


class EventInsert(BaseModel, extra="forbid"):
    """A new row of kept.events."""

    id: BigInt
    at: date
    kind: Integer


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of kept.events."""

    id: BigInt = UNSET
    at: date = UNSET
    kind: Integer = UNSET
