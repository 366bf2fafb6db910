# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class User(BaseModel):
    """People who sign in."""

    id: int
    number: int
    email: str
    boss_id: int | None
    score: int


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    id: int = UNSET
    email: str
    boss_id: int | None = None
    score: int = 0


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    id: int = UNSET
    email: str = UNSET
    boss_id: int | None = UNSET
    score: int = UNSET


class Session(BaseModel):
    """A row of app.sessions."""

    user_id: int


class SessionInsert(BaseModel, extra="forbid"):
    """A new row of app.sessions."""

    user_id: int


class SessionUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.sessions."""

    user_id: int = UNSET
