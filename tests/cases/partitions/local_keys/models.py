# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class Came(BaseModel):
    """A row of app.came."""

    TABLE: ClassVar = ("app", "came")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ()

    id: int
    code: str | None


class CameInsert(BaseModel, extra="forbid"):
    """A new row of app.came."""

    id: BigInt
    code: Text | None = None


class CameUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.came."""

    id: BigInt = UNSET
    code: Text | None = UNSET


class Fall(BaseModel):
    """A row of app.falls."""

    TABLE: ClassVar = ("app", "falls")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ()

    id: int
    code: str


class FallInsert(BaseModel, extra="forbid"):
    """A new row of app.falls."""

    id: BigInt
    code: Text


class FallUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.falls."""

    id: BigInt = UNSET
    code: Text = UNSET


class Get(BaseModel):
    """A row of app.gets."""

    TABLE: ClassVar = ("app", "gets")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ()

    id: int
    code: str


class GetInsert(BaseModel, extra="forbid"):
    """A new row of app.gets."""

    id: BigInt
    code: Text


class GetUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.gets."""

    id: BigInt = UNSET
    code: Text = UNSET


class Lose(BaseModel):
    """A row of app.loses."""

    TABLE: ClassVar = ("app", "loses")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ()

    id: int
    code: str


class LoseInsert(BaseModel, extra="forbid"):
    """A new row of app.loses."""

    id: BigInt
    code: Text


class LoseUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.loses."""

    id: BigInt = UNSET
    code: Text = UNSET


class Rise(BaseModel):
    """A row of app.rises."""

    TABLE: ClassVar = ("app", "rises")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ()

    id: int
    code: str


class RiseInsert(BaseModel, extra="forbid"):
    """A new row of app.rises."""

    id: BigInt
    code: Text


class RiseUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.rises."""

    id: BigInt = UNSET
    code: Text = UNSET


class Turn(BaseModel):
    """A row of app.turns."""

    TABLE: ClassVar = ("app", "turns")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ()

    id: int
    code: str


class TurnInsert(BaseModel, extra="forbid"):
    """A new row of app.turns."""

    id: BigInt
    code: Text


class TurnUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.turns."""

    id: BigInt = UNSET
    code: Text = UNSET
