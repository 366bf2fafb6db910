# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._arrays import ELEMENTS
from ._values import UNSET, BigInt, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("id", "mail", "work")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    mail: str
    work: Annotated[list[str | None] | None, ELEMENTS]


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    id: BigInt
    mail: Text = UNSET
    work: list[Text | None] | None = None


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    id: BigInt = UNSET
    mail: Text = UNSET
    work: list[Text | None] | None = UNSET
