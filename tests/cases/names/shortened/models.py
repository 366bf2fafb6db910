# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Integer


class ATableWhoseNameTakesAllOfTheSixtyThreeBytesThereAre(BaseModel):
    """A row of app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are."""

    TABLE: ClassVar = (
        "app",
        "a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are",
    )
    COLUMNS: ClassVar = (
        "id",
        "a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor",
        "another_column_with_a_name_that_is_very_long_as_well_and_more",
        "counter_with_a_name_that_is_rather_long",
    )
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor: int | None
    another_column_with_a_name_that_is_very_long_as_well_and_more: int | None
    counter_with_a_name_that_is_rather_long: int


class ATableWhoseNameTakesAllOfTheSixtyThreeBytesThereAreInsert(
    BaseModel,
    extra="forbid",
):
    """A new row of app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are."""

    id: BigInt
    a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor: Annotated[
        Integer | None,
        Field(gt=0),
    ] = None
    another_column_with_a_name_that_is_very_long_as_well_and_more: BigInt | None = None
    counter_with_a_name_that_is_rather_long: Integer = UNSET


class ATableWhoseNameTakesAllOfTheSixtyThreeBytesThereAreUpdate(
    BaseModel,
    extra="forbid",
):
    """Changes to a row of app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are."""

    id: BigInt = UNSET
    a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor: Annotated[
        Integer | None,
        Field(gt=0),
    ] = UNSET
    another_column_with_a_name_that_is_very_long_as_well_and_more: BigInt | None = UNSET
    counter_with_a_name_that_is_rather_long: Integer = UNSET


class ÜmläüteÜberällÜndNöchMehrÜmläüte(BaseModel):
    """A row of app."ümläüte_überäll_ünd_nöch_mehr_ümläüte"."""

    TABLE: ClassVar = ("app", "ümläüte_überäll_ünd_nöch_mehr_ümläüte")
    COLUMNS: ClassVar = ("größenördnüng_äller_dinge",)
    PRIMARY_KEY: ClassVar = ()

    größenördnüng_äller_dinge: int


class ÜmläüteÜberällÜndNöchMehrÜmläüteInsert(BaseModel, extra="forbid"):
    """A new row of app."ümläüte_überäll_ünd_nöch_mehr_ümläüte"."""


class ÜmläüteÜberällÜndNöchMehrÜmläüteUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app."ümläüte_überäll_ünd_nöch_mehr_ümläüte"."""
