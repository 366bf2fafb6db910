# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer


class Account(BaseModel):
    """A row of app.accounts."""

    TABLE: ClassVar = ("app", "accounts")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class AccountInsert(BaseModel, extra="forbid"):
    """A new row of app.accounts."""

    id: Integer


class AccountUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.accounts."""

    id: Integer = UNSET


class Letter(BaseModel):
    """A row of app.letters."""

    TABLE: ClassVar = ("app", "letters")
    COLUMNS: ClassVar = ("account_id",)
    PRIMARY_KEY: ClassVar = ()

    account_id: int


class LetterInsert(BaseModel, extra="forbid"):
    """A new row of app.letters."""

    account_id: Integer


class LetterUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.letters."""

    account_id: Integer = UNSET
