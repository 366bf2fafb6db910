# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, AnyNumeric


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("amount",)
    PRIMARY_KEY: ClassVar = ()

    amount: AnyNumeric


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    amount: Annotated[
        Decimal,
        Field(max_digits=12, decimal_places=2, ge=0),
    ] = Decimal("0.5")


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    amount: Annotated[Decimal, Field(max_digits=12, decimal_places=2, ge=0)] = UNSET
