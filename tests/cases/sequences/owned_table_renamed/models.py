# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class Account(BaseModel):
    """A row of app.accounts."""

    TABLE: ClassVar = ("app", "accounts")
    COLUMNS: ClassVar = ("id", "nr")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    nr: int


class AccountInsert(BaseModel, extra="forbid"):
    """A new row of app.accounts."""

    id: Integer = UNSET
    nr: BigInt = UNSET


class AccountUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.accounts."""

    id: Integer = UNSET
    nr: BigInt = UNSET
