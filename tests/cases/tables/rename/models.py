# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Integer, Text


class User(BaseModel):
    """People who sign in."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "number", "email", "boss_id", "score")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    number: int
    email: str
    boss_id: int | None
    score: int


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    id: BigInt = UNSET
    email: Text
    boss_id: BigInt | None = None
    score: Annotated[Integer, Field(ge=0)] = 0


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    id: BigInt = UNSET
    email: Text = UNSET
    boss_id: BigInt | None = UNSET
    score: Annotated[Integer, Field(ge=0)] = UNSET


class Session(BaseModel):
    """A row of app.sessions."""

    TABLE: ClassVar = ("app", "sessions")
    COLUMNS: ClassVar = ("user_id",)
    PRIMARY_KEY: ClassVar = ()

    user_id: int


class SessionInsert(BaseModel, extra="forbid"):
    """A new row of app.sessions."""

    user_id: BigInt


class SessionUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.sessions."""

    user_id: BigInt = UNSET
