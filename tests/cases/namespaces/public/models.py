# Written by fluxc from schema/app; do not edit.
"""Nothing is said about public, which is not ours."""

from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


class Mood(StrEnum):
    """The enum public.mood."""

    CALM = "calm"
    WILD = "wild"


class Note(BaseModel):
    """A row of public.notes."""

    TABLE: ClassVar = ("public", "notes")
    COLUMNS: ClassVar = ("id", "mood")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    mood: Mood


class NoteInsert(BaseModel, extra="forbid"):
    """A new row of public.notes."""

    id: BigInt
    mood: Mood = Mood.CALM


class NoteUpdate(BaseModel, extra="forbid"):
    """Changes to a row of public.notes."""

    id: BigInt = UNSET
    mood: Mood = UNSET
