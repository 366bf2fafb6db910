# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class Note(BaseModel):
    """A row of app.notes."""

    id: int
    person_id: int | None
    code: str | None


class NoteInsert(BaseModel, extra="forbid"):
    """A new row of app.notes."""

    id: int
    person_id: int | None = None
    code: str | None = None


class NoteUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.notes."""

    id: int = UNSET
    person_id: int | None = UNSET
    code: str | None = UNSET


# Written by fluxc from schema/core; do not edit.
"""The domain core."""

from pydantic import BaseModel

from ._values import UNSET


class Person(BaseModel):
    """A row of core.people."""

    id: int
    code: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of core.people."""

    id: int
    code: str


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of core.people."""

    id: int = UNSET
    code: str = UNSET
