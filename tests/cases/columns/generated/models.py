# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Integer, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = (
        "id",
        "first",
        "surname",
        "amount",
        "whole",
        "kept",
        "doubled",
        "plain",
        "initials",
    )
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    first: str
    surname: str
    amount: int
    whole: str
    kept: str | None
    doubled: Annotated[int, Field(description="Three times.")]
    plain: int
    initials: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: BigInt
    first: Text
    surname: Annotated[Text, Field(max_length=80)]
    amount: Integer
    kept: Text | None = None


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: BigInt = UNSET
    first: Text = UNSET
    surname: Annotated[Text, Field(max_length=80)] = UNSET
    amount: Integer = UNSET
    kept: Text | None = UNSET
