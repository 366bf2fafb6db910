# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel

from ._checks import none_of
from ._values import UNSET


class Size(StrEnum):
    """Sizes."""

    SMALL = "small"
    MIDDLE = "middle"
    LARGE = "large"


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("size",)
    PRIMARY_KEY: ClassVar = ()

    size: Size


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    size: Annotated[Size, none_of("large")] = Size.SMALL


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    size: Annotated[Size, none_of("large")] = UNSET
