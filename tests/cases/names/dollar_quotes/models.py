# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt


class ABodyB(StrEnum):
    """The enum app."a$body$b"."""

    X = "x"


class UBodyDropSchemaAppCascade(
    BaseModel,
    validate_by_name=True,
    serialize_by_alias=True,
):
    """A row of app."u$body$; drop schema app cascade; --"."""

    TABLE: ClassVar = ("app", "u$body$; drop schema app cascade; --")
    COLUMNS: ClassVar = ("d$body$'", "mood")
    PRIMARY_KEY: ClassVar = ("d$body$'",)

    d_body: Annotated[int, Field(alias="d$body$'")]
    mood: ABodyB


class UBodyDropSchemaAppCascadeInsert(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """A new row of app."u$body$; drop schema app cascade; --"."""

    d_body: Annotated[BigInt, Field(alias="d$body$'")]
    mood: ABodyB


class UBodyDropSchemaAppCascadeUpdate(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    serialize_by_alias=True,
):
    """Changes to a row of app."u$body$; drop schema app cascade; --"."""

    d_body: Annotated[BigInt, Field(alias="d$body$'")] = UNSET
    mood: ABodyB = UNSET
