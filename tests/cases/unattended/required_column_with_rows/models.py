# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, AnyNumeric, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "name")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    name: Annotated[Text, Field(max_length=100)]


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    name: Annotated[Text, Field(max_length=100)] = UNSET


class Order(BaseModel, validate_by_name=True, serialize_by_alias=True):
    """A row of app.orders."""

    TABLE: ClassVar = ("app", "orders")
    COLUMNS: ClassVar = ("id", "total", 'odd "one"')
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    total: AnyNumeric
    odd_one: Annotated[date, Field(alias='odd "one"')]


class OrderInsert(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """A new row of app.orders."""

    total: Annotated[Decimal, Field(max_digits=12, decimal_places=2)]
    odd_one: Annotated[date, Field(alias='odd "one"')]


class OrderUpdate(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """Changes to a row of app.orders."""

    total: Annotated[Decimal, Field(max_digits=12, decimal_places=2)] = UNSET
    odd_one: Annotated[date, Field(alias='odd "one"')] = UNSET
