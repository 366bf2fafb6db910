# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Integer, Text


class User(BaseModel):
    """People."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "email", "age")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    email: str
    age: int


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    id: BigInt
    email: Annotated[Text, Field(max_length=128)]
    age: Integer


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    id: BigInt = UNSET
    email: Annotated[Text, Field(max_length=128)] = UNSET
    age: Integer = UNSET
