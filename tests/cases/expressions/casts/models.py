# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field, JsonValue

from ._values import UNSET, BigInt, Json, Text, Timestamptz


class Mood(StrEnum):
    """The enum app.mood."""

    CALM = "calm"
    WILD = "wild"


class T(BaseModel, validate_by_name=True, serialize_by_alias=True):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = (
        "id",
        "quote",
        "dollar",
        "tagged",
        "escape",
        "template",
        "percent",
        "short",
        "qualified",
        "casted",
        "array",
        "json",
        "interval",
        "at",
        "case",
    )
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    quote: str
    dollar: str
    tagged: str
    escape: str
    template: str
    percent: str
    short: Mood
    qualified: Mood
    casted: str
    array: list[str | None]
    json_: Annotated[JsonValue, Field(alias="json")]
    interval: timedelta
    at: datetime
    case: str


class TInsert(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """A new row of app.t."""

    id: BigInt
    quote: Text = "it's"
    dollar: Text = UNSET
    tagged: Text = UNSET
    escape: Text = UNSET
    template: Text = "{{ x }} {% raw %} {# #}"
    percent: Text = "100 %s %% %(x)s"
    short: Mood = UNSET
    qualified: Mood = UNSET
    casted: Text = UNSET
    array: list[Text | None] = UNSET
    json_: Annotated[Json, Field(alias="json")] = UNSET
    interval: timedelta = UNSET
    at: Timestamptz = UNSET
    case: Text = UNSET


class TUpdate(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    quote: Text = UNSET
    dollar: Text = UNSET
    tagged: Text = UNSET
    escape: Text = UNSET
    template: Text = UNSET
    percent: Text = UNSET
    short: Mood = UNSET
    qualified: Mood = UNSET
    casted: Text = UNSET
    array: list[Text | None] = UNSET
    json_: Annotated[Json, Field(alias="json")] = UNSET
    interval: timedelta = UNSET
    at: Timestamptz = UNSET
    case: Text = UNSET
