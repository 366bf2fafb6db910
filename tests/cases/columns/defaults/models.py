# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field, JsonValue

from ._values import UNSET, Integer, Json, Text, Timestamptz


class T(BaseModel, validate_by_name=True, serialize_by_alias=True):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("set", "changed", "dropped", "same", "json")
    PRIMARY_KEY: ClassVar = ()

    set: int
    changed: str
    dropped: datetime
    same: str
    json_: Annotated[JsonValue, Field(alias="json")]


class TInsert(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """A new row of app.t."""

    set: Integer = UNSET
    changed: Text = "it's"
    dropped: Timestamptz
    same: Text = UNSET
    json_: Annotated[Json, Field(alias="json")] = UNSET


class TUpdate(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """Changes to a row of app.t."""

    set: Integer = UNSET
    changed: Text = UNSET
    dropped: Timestamptz = UNSET
    same: Text = UNSET
    json_: Annotated[Json, Field(alias="json")] = UNSET
