# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Integer, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("plain", "id", "with_default", "filled", "team_id", "code")
    PRIMARY_KEY: ClassVar = ("id",)

    plain: str | None
    id: int
    with_default: int
    filled: Annotated[str, Field(description="Filled for old rows.")]
    team_id: int | None
    code: str | None


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    plain: Text | None = None
    id: BigInt
    with_default: Integer = 7
    filled: Annotated[Text, Field(max_length=20, description="Filled for old rows.")]
    team_id: Integer | None = None
    code: Text | None = None


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    plain: Text | None = UNSET
    id: BigInt = UNSET
    with_default: Integer = UNSET
    filled: Annotated[
        Text,
        Field(max_length=20, description="Filled for old rows."),
    ] = UNSET
    team_id: Integer | None = UNSET
    code: Text | None = UNSET


class Team(BaseModel):
    """A row of app.teams."""

    TABLE: ClassVar = ("app", "teams")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class TeamInsert(BaseModel, extra="forbid"):
    """A new row of app.teams."""

    id: Integer


class TeamUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.teams."""

    id: Integer = UNSET
