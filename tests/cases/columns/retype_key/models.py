# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class Person(BaseModel):
    """A row of app.people."""

    id: int
    code: int


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: int = UNSET
    code: int


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: int = UNSET
    code: int = UNSET


class Pet(BaseModel):
    """A row of app.pets."""

    id: int
    owner_id: int
    code: int | None


class PetInsert(BaseModel, extra="forbid"):
    """A new row of app.pets."""

    owner_id: int
    code: int | None = None


class PetUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.pets."""

    owner_id: int = UNSET
    code: int | None = UNSET


class Tag(BaseModel):
    """A row of app.tags."""

    pet_id: int
    word: str


class TagInsert(BaseModel, extra="forbid"):
    """A new row of app.tags."""

    pet_id: int
    word: str


class TagUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.tags."""

    pet_id: int = UNSET
    word: str = UNSET
