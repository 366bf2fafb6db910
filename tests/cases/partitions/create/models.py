# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Integer, Text, Timestamptz


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "region", "created_at", "kind")
    PRIMARY_KEY: ClassVar = ()

    id: int
    region: str
    created_at: datetime
    kind: int | None


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    region: Annotated[Text, Field(min_length=1)]
    created_at: Timestamptz
    kind: Integer | None = None


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    region: Annotated[Text, Field(min_length=1)] = UNSET
    created_at: Timestamptz = UNSET
    kind: Integer | None = UNSET


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


class City(BaseModel):
    """A row of app.cities."""

    TABLE: ClassVar = ("app", "cities")
    COLUMNS: ClassVar = ("name", "area")
    PRIMARY_KEY: ClassVar = ()

    name: str
    area: int


class CityInsert(BaseModel, extra="forbid"):
    """A new row of app.cities."""

    name: Text
    area: Integer


class CityUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.cities."""

    name: Text = UNSET
    area: Integer = UNSET


class Mention(BaseModel):
    """A row of app.mentions."""

    TABLE: ClassVar = ("app", "mentions")
    COLUMNS: ClassVar = ("id", "event", "at", "region")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    event: int
    at: datetime
    region: str


class MentionInsert(BaseModel, extra="forbid"):
    """A new row of app.mentions."""

    id: BigInt
    event: BigInt
    at: Timestamptz
    region: Text


class MentionUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.mentions."""

    id: BigInt = UNSET
    event: BigInt = UNSET
    at: Timestamptz = UNSET
    region: Text = UNSET


class Hashed(BaseModel):
    """A row of app.hashed."""

    TABLE: ClassVar = ("app", "hashed")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class HashedInsert(BaseModel, extra="forbid"):
    """A new row of app.hashed."""

    id: BigInt


class HashedUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.hashed."""

    id: BigInt = UNSET


class Measured(BaseModel):
    """A row of app.measured."""

    TABLE: ClassVar = ("app", "measured")
    COLUMNS: ClassVar = ("id", "name")
    PRIMARY_KEY: ClassVar = ()

    id: int
    name: str


class MeasuredInsert(BaseModel, extra="forbid"):
    """A new row of app.measured."""

    id: BigInt
    name: Text


class MeasuredUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.measured."""

    id: BigInt = UNSET
    name: Text = UNSET


# Written by fluxc from schema/other; do not edit.
"""The domain other."""
