"""Columns: what a database holds of one, and the long form a person may write."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.names import not_null_name, qualified, sequence_name
from fluxc.model.state import Object

Identity = Literal["always", "by default"]
SERIALS: Final = {"smallint": "smallserial", "integer": "serial", "bigint": "bigserial"}
Action = Literal["no action", "restrict", "cascade", "set null", "set default"]


class Column(Object):
    """A column; ``type`` and ``default`` are canonical SQL texts, ``serial`` means an owned sequence as default."""

    kind: ClassVar[str] = "column"
    noun: ClassVar[str] = "column"

    type: str
    nullable: bool = False
    default: str | None = None
    identity: Identity | None = None
    serial: bool = False

    @property
    def sequence(self) -> str | None:
        """Return the name of the sequence that the column owns, as PostgreSQL derives it."""
        return sequence_name(self.place[-1], self.name) if self.serial or self.identity else None

    @property
    def not_null(self) -> str | None:
        """Return the name of the not-null constraint, as PostgreSQL 18 derives it; earlier servers name none."""
        return None if self.nullable else not_null_name(self.place[-1], self.name)

    @property
    def array(self) -> bool:
        """Return whether the type is an array."""
        return self.type.endswith("[]")

    @property
    def declared_type(self) -> str:
        """Return the type as ``create table`` takes it: the serial word where the column is one."""
        return SERIALS[self.type] if self.serial else self.type

    @property
    def sequence_sql(self) -> str:
        """Return the qualified name of the owned sequence."""
        assert self.sequence is not None
        return qualified(*self.place[:-1], self.sequence)


class ReferenceDeclaration(BaseModel):
    """A reference in the long form of a column."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    target: Annotated[str, Field(description="`table`, `domain.table` or `table(column)`.")]
    on_delete: Annotated[Action, Field(description="What happens to this row when the other goes.")] = "no action"
    on_update: Annotated[Action, Field(description="What happens to this row when the other's key changes.")] = (
        "no action"
    )
    name: Annotated[str | None, Field(description="The constraint's name, where it is not PostgreSQL's own.")] = None
    index: Annotated[bool, Field(description="Whether the reference brings an index.")] = True


class ColumnDeclaration(BaseModel):
    """A column in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    type: Annotated[str | None, Field(description="The type; taken from the target where `references` is given.")] = (
        None
    )
    nullable: Annotated[bool, Field(description="Whether the column takes null.")] = False
    default: Annotated[Any, Field(description="A value, written out as a literal of the type.")] = None
    default_sql: Annotated[str | None, Field(description="A default as an SQL expression.")] = None
    identity: Annotated[Identity | bool | None, Field(description="`always` or `by default`.")] = None
    references: Annotated[str | ReferenceDeclaration | None, Field(description="The table this column refers to.")] = (
        None
    )
    primary_key: Annotated[bool, Field(description="Whether the column alone is the primary key.")] = False
    unique: Annotated[bool, Field(description="Whether the column alone is unique.")] = False
    check: Annotated[str | None, Field(description="A condition, as an SQL expression.")] = None
    doc: Annotated[str | None, Field(description="Kept as the comment of the column.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    using: Annotated[str | None, Field(description="Converts old values when the type changes.")] = None
    backfill: Annotated[str | None, Field(description="Fills existing rows when the column becomes required.")] = None


ColumnForm = str | ColumnDeclaration
