# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._checks import one_of
from ._values import UNSET, BigInt, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("a", "n")
    PRIMARY_KEY: ClassVar = ()

    a: str
    n: int


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: Annotated[Text, one_of("x", "y")] = "x"
    n: Annotated[BigInt, Field(lt=10)] = 1


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: Annotated[Text, one_of("x", "y")] = UNSET
    n: Annotated[BigInt, Field(lt=10)] = UNSET
