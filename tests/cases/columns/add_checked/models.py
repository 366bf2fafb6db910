# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Integer, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "age", "name")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    age: int | None
    name: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: BigInt
    age: Annotated[Integer | None, Field(gt=0)] = None
    name: Text


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: BigInt = UNSET
    age: Annotated[Integer | None, Field(gt=0)] = UNSET
    name: Text = UNSET
