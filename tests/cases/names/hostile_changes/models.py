# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Text


class OrderBy(StrEnum):
    """The enum app."Order by"."""

    WE_RE = "we\\re"
    QUOTATION_MARK = '"'
    BODY = "$body$"


class Klasse(BaseModel, validate_by_name=True, serialize_by_alias=True):
    """A row of app."Klasse; --"."""

    TABLE: ClassVar = ("app", "Klasse; --")
    COLUMNS: ClassVar = ('"id"', 'we"ird; --', "Mixed Case", "größe", "user")
    PRIMARY_KEY: ClassVar = ('"id"',)

    id: Annotated[int, Field(alias='"id"')]
    we_ird: Annotated[OrderBy, Field(alias='we"ird; --')]
    Mixed_Case: Annotated[str, Field(alias="Mixed Case", description="it's")]
    größe: int
    user: str


class KlasseInsert(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """A new row of app."Klasse; --"."""

    id: Annotated[BigInt, Field(alias='"id"')] = UNSET
    we_ird: Annotated[OrderBy, Field(alias='we"ird; --')] = OrderBy.BODY
    Mixed_Case: Annotated[Text, Field(alias="Mixed Case", description="it's")] = UNSET
    größe: Annotated[BigInt, Field(gt=0)]
    user: Text


class KlasseUpdate(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """Changes to a row of app."Klasse; --"."""

    id: Annotated[BigInt, Field(alias='"id"')] = UNSET
    we_ird: Annotated[OrderBy, Field(alias='we"ird; --')] = UNSET
    Mixed_Case: Annotated[Text, Field(alias="Mixed Case", description="it's")] = UNSET
    größe: Annotated[BigInt, Field(gt=0)] = UNSET
    user: Text = UNSET
