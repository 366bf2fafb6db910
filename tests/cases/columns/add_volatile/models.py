# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel

from ._values import UNSET, BigInt, Timestamptz


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "token", "made_at")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    token: UUID
    made_at: datetime


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: BigInt
    token: UUID = UNSET
    made_at: Timestamptz = UNSET


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: BigInt = UNSET
    token: UUID = UNSET
    made_at: Timestamptz = UNSET
