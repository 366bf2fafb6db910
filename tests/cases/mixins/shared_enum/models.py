# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._enums import Mood
from ._values import UNSET


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("mood",)
    PRIMARY_KEY: ClassVar = ()

    mood: Mood


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    mood: Mood = Mood.WILD


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    mood: Mood = UNSET
