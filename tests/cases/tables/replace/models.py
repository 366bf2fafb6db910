# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: BigInt


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: BigInt = UNSET


class Visit(BaseModel):
    """A row of app.visits."""

    TABLE: ClassVar = ("app", "visits")
    COLUMNS: ClassVar = ("user_id",)
    PRIMARY_KEY: ClassVar = ()

    user_id: int


class VisitInsert(BaseModel, extra="forbid"):
    """A new row of app.visits."""

    user_id: BigInt


class VisitUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.visits."""

    user_id: BigInt = UNSET
