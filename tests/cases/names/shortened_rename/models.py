# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class AnotherTableWhoseNameIsRatherLongButNotTooLong(BaseModel):
    """A row of app.another_table_whose_name_is_rather_long_but_not_too_long."""

    TABLE: ClassVar = (
        "app",
        "another_table_whose_name_is_rather_long_but_not_too_long",
    )
    COLUMNS: ClassVar = ("some_column_with_a_longer_name", "other")
    PRIMARY_KEY: ClassVar = ()

    some_column_with_a_longer_name: int
    other: int


class AnotherTableWhoseNameIsRatherLongButNotTooLongInsert(BaseModel, extra="forbid"):
    """A new row of app.another_table_whose_name_is_rather_long_but_not_too_long."""

    some_column_with_a_longer_name: BigInt = UNSET
    other: Integer


class AnotherTableWhoseNameIsRatherLongButNotTooLongUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.another_table_whose_name_is_rather_long_but_not_too_long."""

    some_column_with_a_longer_name: BigInt = UNSET
    other: Integer = UNSET
