# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    code: int


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: BigInt = UNSET
    code: BigInt


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: BigInt = UNSET
    code: BigInt = UNSET


class Pet(BaseModel):
    """A row of app.pets."""

    TABLE: ClassVar = ("app", "pets")
    COLUMNS: ClassVar = ("id", "owner_id", "code")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    owner_id: int
    code: int | None


class PetInsert(BaseModel, extra="forbid"):
    """A new row of app.pets."""

    owner_id: BigInt
    code: BigInt | None = None


class PetUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.pets."""

    owner_id: BigInt = UNSET
    code: BigInt | None = UNSET


class Tag(BaseModel):
    """A row of app.tags."""

    TABLE: ClassVar = ("app", "tags")
    COLUMNS: ClassVar = ("pet_id", "word")
    PRIMARY_KEY: ClassVar = ("pet_id", "word")

    pet_id: int
    word: str


class TagInsert(BaseModel, extra="forbid"):
    """A new row of app.tags."""

    pet_id: BigInt
    word: Text


class TagUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.tags."""

    pet_id: BigInt = UNSET
    word: Text = UNSET
