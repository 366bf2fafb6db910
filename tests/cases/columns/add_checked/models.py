# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class Person(BaseModel):
    """A row of app.people."""

    id: int
    age: int | None
    name: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: int
    age: int | None = None
    name: str


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: int = UNSET
    age: int | None = UNSET
    name: str = UNSET
