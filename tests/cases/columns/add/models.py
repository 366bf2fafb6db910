# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated

from pydantic import BaseModel, Field

from ._values import UNSET


class Person(BaseModel):
    """A row of app.people."""

    plain: str | None
    id: int
    with_default: int
    filled: Annotated[str, Field(description="Filled for old rows.")]
    team_id: int | None
    code: str | None


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    plain: str | None = None
    id: int
    with_default: int = 7
    filled: Annotated[str, Field(description="Filled for old rows.")]
    team_id: int | None = None
    code: str | None = None


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    plain: str | None = UNSET
    id: int = UNSET
    with_default: int = UNSET
    filled: Annotated[str, Field(description="Filled for old rows.")] = UNSET
    team_id: int | None = UNSET
    code: str | None = UNSET


class Team(BaseModel):
    """A row of app.teams."""

    id: int


class TeamInsert(BaseModel, extra="forbid"):
    """A new row of app.teams."""

    id: int


class TeamUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.teams."""

    id: int = UNSET
