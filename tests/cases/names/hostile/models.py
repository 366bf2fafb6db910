# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._arrays import ELEMENTS
from ._values import UNSET, BigInt, Integer, Text


class Select(StrEnum):
    """The enum app."select"."""

    WE_RE = "we're"
    QUOTATION_MARK = '"'
    DOLLAR_SIGN_DOLLAR_SIGN = "$$"
    X = "{{ x }}"


class TypeOf(StrEnum):
    """The enum app.U&"type\\\\""\\0009of"."""

    A = "a"


class Class(BaseModel, validate_by_name=True, serialize_by_alias=True):
    """'; drop table class; --"""

    TABLE: ClassVar = ("app", "class")
    COLUMNS: ClassVar = (
        "select",
        'we"ird; --',
        "Mixed Case",
        "größe",
        "{{ op }}",
        "100",
    )
    PRIMARY_KEY: ClassVar = ("select",)

    select: int
    we_ird: Annotated[Select, Field(alias='we"ird; --', description="{{ x }}")]
    Mixed_Case: Annotated[str, Field(alias="Mixed Case")]
    größe: int
    op: Annotated[str | None, Field(alias="{{ op }}")]
    column_100: Annotated[list[Select | None], Field(alias="100"), ELEMENTS]


class ClassInsert(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """A new row of app.class."""

    we_ird: Annotated[
        Select,
        Field(alias='we"ird; --', description="{{ x }}"),
    ] = Select.WE_RE
    Mixed_Case: Annotated[Text, Field(alias="Mixed Case")] = "x"
    größe: Annotated[Integer, Field(gt=0)]
    op: Annotated[Text | None, Field(alias="{{ op }}")] = None
    column_100: Annotated[list[Select | None], Field(alias="100")] = UNSET


class ClassUpdate(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """Changes to a row of app.class."""

    we_ird: Annotated[Select, Field(alias='we"ird; --', description="{{ x }}")] = UNSET
    Mixed_Case: Annotated[Text, Field(alias="Mixed Case")] = UNSET
    größe: Annotated[Integer, Field(gt=0)] = UNSET
    op: Annotated[Text | None, Field(alias="{{ op }}")] = UNSET
    column_100: Annotated[list[Select | None], Field(alias="100")] = UNSET


class ÜberTisch(BaseModel, validate_by_name=True, serialize_by_alias=True):
    """A row of app."Über tisch"."""

    TABLE: ClassVar = ("app", "Über tisch")
    COLUMNS: ClassVar = ("class", "order", "tab\there", "two\nlines")
    PRIMARY_KEY: ClassVar = ("order",)

    class_: Annotated[int, Field(alias="class")]
    order: int
    tab_here: Annotated[int, Field(alias="tab\there")]
    two_lines: Annotated[TypeOf | None, Field(alias="two\nlines")]


class ÜberTischInsert(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """A new row of app."Über tisch"."""

    class_: Annotated[BigInt, Field(alias="class")]
    order: Integer = UNSET
    tab_here: Annotated[Integer, Field(gt=1, alias="tab\there")] = UNSET
    two_lines: Annotated[TypeOf | None, Field(alias="two\nlines")] = None


class ÜberTischUpdate(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """Changes to a row of app."Über tisch"."""

    class_: Annotated[BigInt, Field(alias="class")] = UNSET
    order: Integer = UNSET
    tab_here: Annotated[Integer, Field(gt=1, alias="tab\there")] = UNSET
    two_lines: Annotated[TypeOf | None, Field(alias="two\nlines")] = UNSET
