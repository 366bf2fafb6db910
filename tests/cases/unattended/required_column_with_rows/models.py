# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, Field

from ._values import UNSET


class Person(BaseModel):
    """A row of app.people."""

    id: int
    name: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    name: str


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    name: str = UNSET


class Order(BaseModel, validate_by_name=True, serialize_by_alias=True):
    """A row of app.orders."""

    id: int
    total: Decimal
    odd_one: Annotated[date, Field(alias='odd "one"')]


class OrderInsert(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """A new row of app.orders."""

    total: Decimal
    odd_one: Annotated[date, Field(alias='odd "one"')]


class OrderUpdate(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """Changes to a row of app.orders."""

    total: Decimal = UNSET
    odd_one: Annotated[date, Field(alias='odd "one"')] = UNSET
