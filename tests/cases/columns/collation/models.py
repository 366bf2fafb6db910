# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET


class Word(BaseModel):
    """A row of app.words."""

    word: str
    other: str
    third: str
    fourth: list[str] | None


class WordInsert(BaseModel, extra="forbid"):
    """A new row of app.words."""

    word: str
    other: str
    third: str
    fourth: list[str] | None = None


class WordUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.words."""

    word: str = UNSET
    other: str = UNSET
    third: str = UNSET
    fourth: list[str] | None = UNSET
