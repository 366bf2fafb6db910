# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated

from pydantic import BaseModel, Field

from ._values import UNSET


class Person(BaseModel):
    """A row of app.people."""

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

    id: int
    first: str
    surname: str
    amount: int
    kept: str | None = None


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: int = UNSET
    first: str = UNSET
    surname: str = UNSET
    amount: int = UNSET
    kept: str | None = UNSET
