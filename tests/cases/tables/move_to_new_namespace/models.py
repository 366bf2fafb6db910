# Written by fluxc from schema/core; do not edit.
"""The domain core."""

from pydantic import BaseModel


class Person(BaseModel):
    """A row of core.people."""

    id: int


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of core.people."""


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of core.people."""
