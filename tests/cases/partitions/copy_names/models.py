# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer, Text


class Kind(BaseModel):
    """A row of app.kinds."""

    TABLE: ClassVar = ("app", "kinds")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class KindInsert(BaseModel, extra="forbid"):
    """A new row of app.kinds."""

    id: Integer


class KindUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.kinds."""

    id: Integer = UNSET


class Event(BaseModel):
    """A row of app.events."""

    TABLE: ClassVar = ("app", "events")
    COLUMNS: ClassVar = ("id", "kind", "code")
    PRIMARY_KEY: ClassVar = ("id", "kind")

    id: int
    kind: int
    code: str


class EventInsert(BaseModel, extra="forbid"):
    """A new row of app.events."""

    id: BigInt
    kind: Integer
    code: Text


class EventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.events."""

    id: BigInt = UNSET
    kind: Integer = UNSET
    code: Text = UNSET


class Go(BaseModel):
    """A row of app.goes."""

    TABLE: ClassVar = ("app", "goes")
    COLUMNS: ClassVar = ("id", "kind", "code")
    PRIMARY_KEY: ClassVar = ("id", "kind")

    id: int
    kind: int
    code: str


class GoInsert(BaseModel, extra="forbid"):
    """A new row of app.goes."""

    id: BigInt
    kind: Integer
    code: Text


class GoUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.goes."""

    id: BigInt = UNSET
    kind: Integer = UNSET
    code: Text = UNSET


class Anew(BaseModel):
    """A row of app.anew."""

    TABLE: ClassVar = ("app", "anew")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ()

    id: int
    code: str


class AnewInsert(BaseModel, extra="forbid"):
    """A new row of app.anew."""

    id: BigInt
    code: Text


class AnewUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.anew."""

    id: BigInt = UNSET
    code: Text = UNSET


class Call(BaseModel):
    """A row of app.calls."""

    TABLE: ClassVar = ("app", "calls")
    COLUMNS: ClassVar = ("id", "sign")
    PRIMARY_KEY: ClassVar = ()

    id: int
    sign: str


class CallInsert(BaseModel, extra="forbid"):
    """A new row of app.calls."""

    id: BigInt
    sign: Text


class CallUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.calls."""

    id: BigInt = UNSET
    sign: Text = UNSET


class Heir(BaseModel):
    """A row of app.heir."""

    TABLE: ClassVar = ("app", "heir")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    code: str


class HeirInsert(BaseModel, extra="forbid"):
    """A new row of app.heir."""

    id: BigInt
    code: Text


class HeirUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.heir."""

    id: BigInt = UNSET
    code: Text = UNSET


class Many(BaseModel):
    """A row of app.many."""

    TABLE: ClassVar = ("app", "many")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ()

    id: int
    code: str


class ManyInsert(BaseModel, extra="forbid"):
    """A new row of app.many."""

    id: BigInt
    code: Text


class ManyUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.many."""

    id: BigInt = UNSET
    code: Text = UNSET
