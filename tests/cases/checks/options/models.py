# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._checks import none_of
from ._values import UNSET, Integer


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("a", "b")
    PRIMARY_KEY: ClassVar = ()

    a: int
    b: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: Annotated[Integer, Field(gt=0), none_of(7)]
    b: Annotated[Integer, Field(lt=10)]


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: Annotated[Integer, Field(gt=0), none_of(7)] = UNSET
    b: Annotated[Integer, Field(lt=10)] = UNSET
