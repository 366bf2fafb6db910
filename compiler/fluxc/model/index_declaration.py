"""Indexes and their parts, as a person writes them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.remark import Suppressions

ParametersForm = dict[str, str | int | float | bool]


class PartDeclaration(BaseModel):
    """One part of an index in the long form; in the short form it reads as in SQL."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    column: Annotated[str | None, Field(description="A column of the table.")] = None
    expression: Annotated[str | None, Field(description="An SQL expression, in place of a column.")] = None
    collation: Annotated[str | None, Field(description="How text is ordered, where it is not the column's way.")] = None
    opclass: Annotated[
        str | None, Field(description="The operator class, with its options in parentheses where it has some.")
    ] = None
    order: Annotated[Literal["asc", "desc"], Field(description="The direction.")] = "asc"
    nulls: Annotated[
        Literal["first", "last"] | None, Field(description="Where nulls stand: last, in descending order first.")
    ] = None
    statistics: Annotated[
        Annotated[int, Field(ge=0, le=10000)] | None,
        Field(description="How closely the planner looks at the values of an expression, 0 to 10000; of an index."),
    ] = None
    operator: Annotated[str | None, Field(alias="with", description="The operator, in an exclusion constraint.")] = None


Part = str | PartDeclaration


class IndexDeclaration(BaseModel):
    """An index in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    on: Annotated[
        Part | list[Part],
        Field(
            description="Columns or expressions, each with `collate NAME`, an operator class, `asc`, `desc`, "
            "`nulls first` or `nulls last` behind it."
        ),
    ]
    unique: Annotated[bool, Field(description="Whether two rows with the same key are refused.")] = False
    nulls_not_distinct: Annotated[
        bool, Field(description="Whether two nulls are equal in a unique index; needs PostgreSQL 15.")
    ] = False
    where: Annotated[
        str | None, Field(description="An SQL expression: only rows for which it holds are in the index.")
    ] = None
    using: Annotated[str, Field(description="The access method.")] = "btree"
    include: Annotated[
        str | list[str], Field(default_factory=list, description="Columns that the index holds beside the key.")
    ]
    parameters: Annotated[
        ParametersForm,
        Field(default_factory=dict, alias="with", description="Storage parameters of the index, such as `fillfactor`."),
    ]
    tablespace: Annotated[str | None, Field(description="Where it lies, if not in the usual place.")] = None
    name: Annotated[str | None, Field(description="The name, where it is not the one that PostgreSQL derives.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    doc: Annotated[str | None, Field(description="The comment of the index.")] = None
    lint: Suppressions = None


IndexForm = str | list[Part] | IndexDeclaration
IndexesForm = list[IndexForm] | dict[str, IndexForm]
