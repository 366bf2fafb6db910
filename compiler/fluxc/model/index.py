"""Indexes."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.names import qualified
from fluxc.model.state import Object


class IndexPart(BaseModel):
    """One key of an index: a column, or a canonical expression."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    column: str | None = None
    expression: str | None = None
    descending: bool = False
    nulls: Literal["first", "last"] | None = None


class Index(Object):
    """An index of a table, under the table's path; ``where`` is canonical."""

    kind: ClassVar[str] = "index"
    noun: ClassVar[str] = "index"

    parts: tuple[IndexPart, ...]
    unique: bool = False
    where: str | None = None

    @property
    def sql(self) -> str:
        """Return the qualified name: an index lives in the namespace of its table, not in the table."""
        return qualified(*self.place[:-1], self.name)


class IndexDeclaration(BaseModel):
    """An index in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    on: Annotated[
        str | list[str], Field(description="Columns or expressions, each with `asc`, `desc`, `nulls first | last`.")
    ]
    unique: Annotated[bool, Field(description="Whether equal keys are refused.")] = False
    where: Annotated[str | None, Field(description="Only rows for which this holds are in the index.")] = None
    name: Annotated[str | None, Field(description="The name, where it is not PostgreSQL's own.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    doc: Annotated[str | None, Field(description="Kept as the comment of the index.")] = None


IndexForm = str | list[str] | IndexDeclaration
IndexesForm = list[IndexForm] | dict[str, IndexForm]
