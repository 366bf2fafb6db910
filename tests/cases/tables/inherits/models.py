# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, Integer, Text, Timestamptz


class Paper(BaseModel):
    """A row of app.papers."""

    TABLE: ClassVar = ("app", "papers")
    COLUMNS: ClassVar = ("id", "name", "kind", "size")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str
    kind: int
    size: int


class PaperInsert(BaseModel, extra="forbid"):
    """A new row of app.papers."""

    id: Integer
    name: Annotated[Text, Field(min_length=1)]
    kind: Integer
    size: Integer = 0


class PaperUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.papers."""

    id: Integer = UNSET
    name: Annotated[Text, Field(min_length=1)] = UNSET
    kind: Integer = UNSET
    size: Integer = UNSET


class Kind(BaseModel):
    """A row of app.kinds."""

    TABLE: ClassVar = ("app", "kinds")
    COLUMNS: ClassVar = ("id", "letter")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    letter: int | None


class KindInsert(BaseModel, extra="forbid"):
    """A new row of app.kinds."""

    id: Integer
    letter: Integer | None = None


class KindUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.kinds."""

    id: Integer = UNSET
    letter: Integer | None = UNSET


class Letter(BaseModel):
    """A row of app.letters."""

    TABLE: ClassVar = ("app", "letters")
    COLUMNS: ClassVar = ("id", "name", "kind", "size", "sender")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str
    kind: int
    size: int
    sender: str


class LetterInsert(BaseModel, extra="forbid"):
    """A new row of app.letters."""

    id: Integer
    name: Text
    kind: Integer
    size: Integer = 0
    sender: Text


class LetterUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.letters."""

    id: Integer = UNSET
    name: Text = UNSET
    kind: Integer = UNSET
    size: Integer = UNSET
    sender: Text = UNSET


class Mixed(BaseModel):
    """A row of app.mixed."""

    TABLE: ClassVar = ("app", "mixed")
    COLUMNS: ClassVar = ("id", "name", "kind", "size")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str
    kind: int
    size: int


class MixedInsert(BaseModel, extra="forbid"):
    """A new row of app.mixed."""

    id: Integer
    name: Annotated[Text, Field(min_length=1)]
    kind: Integer
    size: Integer = 0


class MixedUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.mixed."""

    id: Integer = UNSET
    name: Annotated[Text, Field(min_length=1)] = UNSET
    kind: Integer = UNSET
    size: Integer = UNSET


class Leaving(BaseModel):
    """A row of app.leaving."""

    TABLE: ClassVar = ("app", "leaving")
    COLUMNS: ClassVar = ("id", "name", "kind")
    PRIMARY_KEY: ClassVar = ()

    id: int
    name: str
    kind: int


class LeavingInsert(BaseModel, extra="forbid"):
    """A new row of app.leaving."""

    id: Integer
    name: Annotated[Text, Field(min_length=1)]
    kind: Integer


class LeavingUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.leaving."""

    id: Integer = UNSET
    name: Annotated[Text, Field(min_length=1)] = UNSET
    kind: Integer = UNSET


class Archive(BaseModel):
    """A row of app.archive."""

    TABLE: ClassVar = ("app", "archive")
    COLUMNS: ClassVar = ("id", "name", "kind", "size", "sender", "archived_at")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str
    kind: int
    size: int
    sender: str
    archived_at: datetime


class ArchiveInsert(BaseModel, extra="forbid"):
    """A new row of app.archive."""

    id: Integer
    name: Text
    kind: Integer
    size: Integer = 0
    sender: Text
    archived_at: Timestamptz


class ArchiveUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.archive."""

    id: Integer = UNSET
    name: Text = UNSET
    kind: Integer = UNSET
    size: Integer = UNSET
    sender: Text = UNSET
    archived_at: Timestamptz = UNSET


class Base(BaseModel):
    """A row of app.bases."""

    TABLE: ClassVar = ("app", "bases")
    COLUMNS: ClassVar = ("id", "note")
    PRIMARY_KEY: ClassVar = ()

    id: int
    note: str | None


class BaseInsert(BaseModel, extra="forbid"):
    """A new row of app.bases."""

    id: Integer
    note: Text | None = None


class BaseUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.bases."""

    id: Integer = UNSET
    note: Text | None = UNSET


class OwnNow(BaseModel):
    """A row of app.own_now."""

    TABLE: ClassVar = ("app", "own_now")
    COLUMNS: ClassVar = ("id", "note")
    PRIMARY_KEY: ClassVar = ()

    id: int
    note: str | None


class OwnNowInsert(BaseModel, extra="forbid"):
    """A new row of app.own_now."""

    id: Integer = 7
    note: Text | None = None


class OwnNowUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.own_now."""

    id: Integer = UNSET
    note: Text | None = UNSET


class OwnBefore(BaseModel):
    """A row of app.own_before."""

    TABLE: ClassVar = ("app", "own_before")
    COLUMNS: ClassVar = ("id", "note")
    PRIMARY_KEY: ClassVar = ()

    id: int
    note: str | None


class OwnBeforeInsert(BaseModel, extra="forbid"):
    """A new row of app.own_before."""

    id: Integer
    note: Text | None = None


class OwnBeforeUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.own_before."""

    id: Integer = UNSET
    note: Text | None = UNSET


class OwnPartly(BaseModel):
    """A row of app.own_partly."""

    TABLE: ClassVar = ("app", "own_partly")
    COLUMNS: ClassVar = ("id", "note")
    PRIMARY_KEY: ClassVar = ()

    id: int
    note: str | None


class OwnPartlyInsert(BaseModel, extra="forbid"):
    """A new row of app.own_partly."""

    id: Integer = 7
    note: Text | None = None


class OwnPartlyUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.own_partly."""

    id: Integer = UNSET
    note: Text | None = UNSET
