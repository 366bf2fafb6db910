# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, Text


class Word(BaseModel):
    """A row of app.words."""

    TABLE: ClassVar = ("app", "words")
    COLUMNS: ClassVar = ("word", "other", "third", "made", "fourth")
    PRIMARY_KEY: ClassVar = ()

    word: str
    other: str
    third: str
    made: bool
    fourth: list[str | None] | None


class WordInsert(BaseModel, extra="forbid"):
    """A new row of app.words."""

    word: Text
    other: Annotated[Text, Field(max_length=40)]
    third: Text
    fourth: list[Text | None] | None = None


class WordUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.words."""

    word: Text = UNSET
    other: Annotated[Text, Field(max_length=40)] = UNSET
    third: Text = UNSET
    fourth: list[Text | None] | None = UNSET
