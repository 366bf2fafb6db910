"""Indexes, and their parts, which exclusion constraints have as well (manual, CREATE INDEX)."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from fluxc.model.names import qualified
from fluxc.model.state import Object

Parameters = tuple[tuple[str, str], ...]
"""Storage parameters by name, with their values as text: sorted, but for those of indexes, which keep their order."""


class IndexPart(BaseModel):
    """One key of an index: a column, or a canonical expression.

    ``collation`` is a quoted name, ``opclass`` a quoted name with its options as SQL takes them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    column: str | None = None
    expression: str | None = None
    collation: str | None = None
    opclass: str | None = None
    descending: bool = False
    nulls: Literal["first", "last"] | None = None

    @property
    def plain(self) -> bool:
        """Return whether it is a column and nothing else is said."""
        said = self.collation or self.opclass or self.descending or self.nulls
        return self.column is not None and not said


class Index(Object):
    """An index of a table, under the table's path; ``where`` is canonical.

    ``clustered`` says that `cluster` orders the rows of the table by it, ``identifying`` that replicas tell them apart
    by it; ``statistics`` are pairs of the number of a key and how closely the planner looks at its values.
    """

    kind: ClassVar[str] = "index"
    noun: ClassVar[str] = "index"

    parts: tuple[IndexPart, ...]
    unique: bool = False
    where: str | None = None
    method: str = "btree"
    include: tuple[str, ...] = ()
    nulls_distinct: bool = True
    parameters: Parameters = ()
    clustered: bool = False
    identifying: bool = False
    tablespace: str | None = None
    statistics: tuple[tuple[int, int], ...] = ()

    @property
    def plain(self) -> bool:
        """Return whether nothing is said beside its parts and its uniqueness."""
        said = self.where is not None or self.include or self.parameters or self.tablespace or not self.nulls_distinct
        return self.method == "btree" and not said

    @property
    def sql(self) -> str:
        """Return the qualified name: an index lives in the namespace of its table, not in the table."""
        return qualified(*self.place[:-1], self.name)
