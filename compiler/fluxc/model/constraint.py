"""Constraints of a table: primary key, unique, check, foreign key."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.column import Action
from fluxc.model.state import Object


class Constraint(Object):
    """A constraint of a table, under the table's path."""


class PrimaryKey(Constraint):
    """A primary key."""

    kind: ClassVar[str] = "primary_key"
    noun: ClassVar[str] = "primary key"

    columns: tuple[str, ...]


class Unique(Constraint):
    """A unique constraint."""

    kind: ClassVar[str] = "unique"
    noun: ClassVar[str] = "unique constraint"

    columns: tuple[str, ...]


class Check(Constraint):
    """A check constraint; ``expression`` is canonical."""

    kind: ClassVar[str] = "check"
    noun: ClassVar[str] = "check"

    expression: str


class ForeignKey(Constraint):
    """A foreign key to the columns ``target_columns`` of the table at path ``target``."""

    kind: ClassVar[str] = "foreign_key"
    noun: ClassVar[str] = "foreign key"

    columns: tuple[str, ...]
    target: tuple[str, ...]
    target_columns: tuple[str, ...]
    on_delete: Action = "no action"
    on_update: Action = "no action"


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    name: Annotated[str | None, Field(description="The name, where it is not PostgreSQL's own.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    doc: Annotated[str | None, Field(description="Kept as the comment of the constraint.")] = None


class KeyDeclaration(_Form):
    """A primary key or unique constraint in the long form."""

    columns: Annotated[str | list[str], Field(description="The columns, in their order.")]


class CheckDeclaration(_Form):
    """A check constraint in the long form."""

    expression: Annotated[str, Field(description="The condition, as an SQL expression.")]


class ForeignKeyDeclaration(_Form):
    """A foreign key in the long form."""

    columns: Annotated[str | list[str], Field(description="The columns of this table.")]
    references: Annotated[str, Field(description="`table`, `domain.table` or `table(column, …)`.")]
    on_delete: Annotated[Action, Field(description="What happens to this row when the other goes.")] = "no action"
    on_update: Annotated[Action, Field(description="What happens to this row when the other's key changes.")] = (
        "no action"
    )
    index: Annotated[bool, Field(description="Whether the reference brings an index.")] = True


PrimaryKeyForm = str | list[str] | KeyDeclaration
UniqueForm = str | list[str] | KeyDeclaration
UniquesForm = list[UniqueForm] | dict[str, UniqueForm]
CheckForm = str | CheckDeclaration
ChecksForm = list[CheckForm] | dict[str, CheckForm]
ForeignKeysForm = list[ForeignKeyDeclaration] | dict[str, ForeignKeyDeclaration]
