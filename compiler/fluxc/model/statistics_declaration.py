"""Extended statistics, as a person writes them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.remark import Suppressions
from fluxc.model.statistics import StatisticsKind


class StatisticsDeclaration(BaseModel):
    """Extended statistics in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    on: Annotated[list[str], Field(description="Columns and SQL expressions: two at least, or one expression.")]
    kinds: Annotated[
        list[StatisticsKind], Field(default_factory=list, description="What is gathered, where it is not everything.")
    ]
    target: Annotated[
        Annotated[int, Field(ge=0, le=10000)] | None,
        Field(description="How closely the values are looked at, 0 to 10000."),
    ] = None
    name: Annotated[str | None, Field(description="The name, where it is not the one that PostgreSQL derives.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    doc: Annotated[str | None, Field(description="The comment of the statistics.")] = None
    lint: Suppressions = None


StatisticsForm = list[list[str] | StatisticsDeclaration] | dict[str, list[str] | StatisticsDeclaration]
