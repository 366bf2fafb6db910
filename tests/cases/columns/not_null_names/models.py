# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class User(BaseModel):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "called", "mail", "born", "fresh")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    called: str
    mail: str
    born: date
    fresh: str


class UserInsert(BaseModel, extra="forbid"):
    """A new row of app.users."""

    id: BigInt
    called: Text
    mail: Text
    born: date
    fresh: Text = ""


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.users."""

    id: BigInt = UNSET
    called: Text = UNSET
    mail: Text = UNSET
    born: date = UNSET
    fresh: Text = UNSET


class Other(BaseModel):
    """A row of app.others."""

    TABLE: ClassVar = ("app", "others")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class OtherInsert(BaseModel, extra="forbid"):
    """A new row of app.others."""

    id: BigInt


class OtherUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.others."""

    id: BigInt = UNSET


class Kind(BaseModel):
    """A row of app.kinds."""

    TABLE: ClassVar = ("app", "kinds")
    COLUMNS: ClassVar = (
        "early",
        "own",
        "both",
        "turns",
        "takes",
        "came",
        "base",
        "more",
    )
    PRIMARY_KEY: ClassVar = ()

    early: str
    own: str
    both: str
    turns: str
    takes: str | None
    came: str
    base: str
    more: str


class KindInsert(BaseModel, extra="forbid"):
    """A new row of app.kinds."""

    early: Text
    own: Text
    both: Text
    turns: Text
    takes: Text | None = None
    came: Text
    base: Text
    more: Text = ""


class KindUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.kinds."""

    early: Text = UNSET
    own: Text = UNSET
    both: Text = UNSET
    turns: Text = UNSET
    takes: Text | None = UNSET
    came: Text = UNSET
    base: Text = UNSET
    more: Text = UNSET


class Heir(BaseModel):
    """A row of app.heir."""

    TABLE: ClassVar = ("app", "heir")
    COLUMNS: ClassVar = (
        "early",
        "own",
        "both",
        "turns",
        "takes",
        "came",
        "base",
        "more",
    )
    PRIMARY_KEY: ClassVar = ()

    early: str
    own: str
    both: str | None
    turns: str | None
    takes: str | None
    came: str | None
    base: str
    more: str | None


class HeirInsert(BaseModel, extra="forbid"):
    """A new row of app.heir."""

    early: Text
    own: Text
    both: Text | None = None
    turns: Text | None = None
    takes: Text | None = None
    came: Text | None = None
    base: Text
    more: Text | None = ""


class HeirUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.heir."""

    early: Text = UNSET
    own: Text = UNSET
    both: Text | None = UNSET
    turns: Text | None = UNSET
    takes: Text | None = UNSET
    came: Text | None = UNSET
    base: Text = UNSET
    more: Text | None = UNSET


class Fresh(BaseModel):
    """A row of app.fresh."""

    TABLE: ClassVar = ("app", "fresh")
    COLUMNS: ClassVar = ("early", "own")
    PRIMARY_KEY: ClassVar = ()

    early: str
    own: str


class FreshInsert(BaseModel, extra="forbid"):
    """A new row of app.fresh."""

    early: Text
    own: Text


class FreshUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.fresh."""

    early: Text = UNSET
    own: Text = UNSET
