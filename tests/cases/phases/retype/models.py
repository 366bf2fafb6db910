# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field, JsonValue

from ._values import UNSET, AnyJson, AnyNumeric, BigInt, Integer, Text


class Colour(StrEnum):
    """The enum app.colour."""

    RED = "red"
    GREEN = "green"


class Goods(BaseModel):
    """A row of app.goods."""

    TABLE: ClassVar = ("app", "goods")
    COLUMNS: ClassVar = ("id", "Price", "weight", "label", "data", "hue")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    Price: AnyNumeric
    weight: int
    label: str
    data: Annotated[JsonValue | None, Field(description="What is known.")]
    hue: Colour


class GoodsInsert(BaseModel, extra="forbid"):
    """A new row of app.goods."""

    Price: Annotated[Decimal, Field(max_digits=12, decimal_places=4, ge=0)] = Decimal(1)
    weight: Integer
    label: Annotated[Text, Field(max_length=20)]
    data: Annotated[AnyJson | None, Field(description="What is known.")] = None
    hue: Colour = Colour.GREEN


class GoodsUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.goods."""

    Price: Annotated[Decimal, Field(max_digits=12, decimal_places=4, ge=0)] = UNSET
    weight: Integer = UNSET
    label: Annotated[Text, Field(max_length=20)] = UNSET
    data: Annotated[AnyJson | None, Field(description="What is known.")] = UNSET
    hue: Colour = UNSET


class Unused(BaseModel):
    """A row of app.unused."""

    TABLE: ClassVar = ("app", "unused")
    COLUMNS: ClassVar = ("id", "hue")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    hue: Colour | None


class UnusedInsert(BaseModel, extra="forbid"):
    """A new row of app.unused."""

    id: BigInt
    hue: Colour | None = None


class UnusedUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.unused."""

    id: BigInt = UNSET
    hue: Colour | None = UNSET
