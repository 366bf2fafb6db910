# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class Note(BaseModel):
    """A row of app.notes."""

    TABLE: ClassVar = ("app", "notes")
    COLUMNS: ClassVar = ("id", "person_id", "code")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    person_id: int | None
    code: str | None


class NoteInsert(BaseModel, extra="forbid"):
    """A new row of app.notes."""

    id: BigInt
    person_id: BigInt | None = None
    code: Text | None = None


class NoteUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.notes."""

    id: BigInt = UNSET
    person_id: BigInt | None = UNSET
    code: Text | None = UNSET


# Written by fluxc from schema/core; do not edit.
"""The domain core."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class Person(BaseModel):
    """A row of core.people."""

    TABLE: ClassVar = ("core", "people")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    code: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of core.people."""

    id: BigInt
    code: Text


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of core.people."""

    id: BigInt = UNSET
    code: Text = UNSET
