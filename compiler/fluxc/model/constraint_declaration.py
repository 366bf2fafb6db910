"""Constraints of a table, as a person writes them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.index_declaration import ParametersForm, Part
from fluxc.model.remark import Suppressions

_Deferring = bool | Literal["initially deferred"]
Deferrable = Annotated[
    _Deferring,
    Field(
        default=False,
        description="Whether the check may wait until the end of a transaction: `true`, or `initially deferred`.",
    ),
]


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    name: Annotated[str | None, Field(description="The name, where it is not the one that PostgreSQL derives.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    doc: Annotated[str | None, Field(description="The comment of the constraint.")] = None
    lint: Suppressions = None


class _IndexedForm(_Form):
    deferrable: Deferrable
    parameters: Annotated[
        ParametersForm, Field(default_factory=dict, alias="with", description="Storage parameters of its index.")
    ]
    tablespace: Annotated[str | None, Field(description="Where its index lies, if not in the usual place.")] = None


class _KeyForm(_IndexedForm):
    columns: Annotated[str | list[str], Field(description="The columns, in their order.")]
    include: Annotated[
        str | list[str], Field(default_factory=list, description="Columns that its index holds beside the key.")
    ]
    without_overlaps: Annotated[
        bool,
        Field(
            description="Whether the last column is a range of time, and the key may come again at other times; needs "
            "PostgreSQL 18."
        ),
    ] = False


class PrimaryKeyDeclaration(_KeyForm):
    """A primary key in the long form."""


class UniqueDeclaration(_KeyForm):
    """A unique constraint in the long form."""

    nulls_not_distinct: Annotated[bool, Field(description="Whether two nulls are equal; needs PostgreSQL 15.")] = False


class CheckDeclaration(_Form):
    """A check constraint in the long form."""

    expression: Annotated[str, Field(description="The condition, as an SQL expression.")]
    no_inherit: Annotated[bool, Field(description="Whether tables that inherit from this one go without it.")] = False
    not_valid: Annotated[bool, Field(description="Whether rows that are there are not checked.")] = False
    enforced: Annotated[bool, Field(description="Whether it is checked at all; false needs PostgreSQL 18.")] = True


class ForeignKeyDeclaration(_Form):
    """A foreign key in the long form."""

    columns: Annotated[str | list[str], Field(description="The columns of this table.")]
    references: Annotated[str, Field(description="`TABLE`, `DOMAIN.TABLE` or `TABLE(COLUMN, …)`.")]
    on_delete: Annotated[
        str,
        Field(
            description="What happens to this row when the other is deleted; `set null (column, …)` sets only these, "
            "from PostgreSQL 15.",
            pattern=r"^(no action|restrict|cascade|set null|set default|set (null|default) \(.+\))$",
        ),
    ] = "no action"
    on_update: Annotated[
        Literal["no action", "restrict", "cascade", "set null", "set default"],
        Field(description="What happens to this row when the other's key changes."),
    ] = "no action"
    match: Annotated[Literal["simple", "full"], Field(description="Whether a key that is null in part is checked.")] = (
        "simple"
    )
    period: Annotated[
        bool,
        Field(
            description="Whether the last column is a range of time, for all of which the other table must have the "
            "key; needs PostgreSQL 18."
        ),
    ] = False
    deferrable: Deferrable
    not_valid: Annotated[bool, Field(description="Whether rows that are there are not checked.")] = False
    enforced: Annotated[bool, Field(description="Whether it is checked at all; false needs PostgreSQL 18.")] = True
    index: Annotated[bool, Field(description="Whether it brings an index, where none begins with these columns.")] = (
        True
    )


class ExclusionDeclaration(_IndexedForm):
    """An exclusion constraint: no two rows for which every operator is true of its part."""

    on: Annotated[
        list[Part], Field(min_length=1, description="Columns or expressions, each with its operator: `room with =`.")
    ]
    using: Annotated[str, Field(description="The access method of its index.")] = "gist"
    where: Annotated[str | None, Field(description="An SQL expression: only rows for which it holds are compared.")] = (
        None
    )
    include: Annotated[
        str | list[str], Field(default_factory=list, description="Columns that its index holds beside the key.")
    ]


PrimaryKeyForm = str | list[str] | PrimaryKeyDeclaration
UniqueForm = str | list[str] | UniqueDeclaration
UniquesForm = list[UniqueForm] | dict[str, UniqueForm]
CheckForm = str | CheckDeclaration
ChecksForm = list[CheckForm] | dict[str, CheckForm]
ForeignKeysForm = list[ForeignKeyDeclaration] | dict[str, ForeignKeyDeclaration]
ExclusionsForm = list[ExclusionDeclaration] | dict[str, ExclusionDeclaration]
