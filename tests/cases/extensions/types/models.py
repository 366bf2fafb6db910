# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class Person(BaseModel):
    """A row of app.people."""

    email: str
    extra: str
    path: str | None
    embedding: str | None
    name: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    email: str
    extra: str = UNSET
    path: str | None = None
    embedding: str | None = None
    name: str = UNSET


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    email: str = UNSET
    extra: str = UNSET
    path: str | None = UNSET
    embedding: str | None = UNSET
    name: str = UNSET
