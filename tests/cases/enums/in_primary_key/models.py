# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Integer


class Kind(StrEnum):
    """The enum app.kind."""

    C = "c"
    B = "b"


class P(BaseModel):
    """A row of app.p."""

    TABLE: ClassVar = ("app", "p")
    COLUMNS: ClassVar = ("kind", "n")
    PRIMARY_KEY: ClassVar = ("kind", "n")

    kind: Kind
    n: int


class PInsert(BaseModel, extra="forbid"):
    """A new row of app.p."""

    kind: Kind
    n: Integer


class PUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.p."""

    kind: Kind = UNSET
    n: Integer = UNSET


class Q(BaseModel):
    """A row of app.q."""

    TABLE: ClassVar = ("app", "q")
    COLUMNS: ClassVar = ("kind", "n")
    PRIMARY_KEY: ClassVar = ()

    kind: Kind
    n: int


class QInsert(BaseModel, extra="forbid"):
    """A new row of app.q."""

    kind: Kind
    n: Integer


class QUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.q."""

    kind: Kind = UNSET
    n: Integer = UNSET
