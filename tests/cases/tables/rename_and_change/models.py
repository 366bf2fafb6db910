# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class User(BaseModel):
    """People."""

    id: int
    email: str
    age: int


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    id: int
    email: str
    age: int


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    id: int = UNSET
    email: str = UNSET
    age: int = UNSET
