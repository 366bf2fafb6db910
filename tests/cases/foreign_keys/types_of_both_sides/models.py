# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel

from ._values import UNSET, Integer


class A(BaseModel):
    """A row of app.a."""

    TABLE: ClassVar = ("app", "a")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: UUID


class AInsert(BaseModel, extra="forbid"):
    """A new row of app.a."""

    id: UUID


class AUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.a."""

    id: UUID = UNSET


class B(BaseModel):
    """A row of app.b."""

    TABLE: ClassVar = ("app", "b")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: UUID


class BInsert(BaseModel, extra="forbid"):
    """A new row of app.b."""

    id: UUID


class BUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.b."""

    id: UUID = UNSET


class C(BaseModel):
    """A row of app.c."""

    TABLE: ClassVar = ("app", "c")
    COLUMNS: ClassVar = ("b_id", "n")
    PRIMARY_KEY: ClassVar = ()

    b_id: UUID
    n: int


class CInsert(BaseModel, extra="forbid"):
    """A new row of app.c."""

    b_id: UUID
    n: Integer


class CUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.c."""

    b_id: UUID = UNSET
    n: Integer = UNSET
