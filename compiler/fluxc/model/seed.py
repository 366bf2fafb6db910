"""Rows that a schema declares for a table: as a person writes them, and as the seed that they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.findings import Place

Mode = Literal["insert", "upsert", "exact"]


class SeedDeclaration(BaseModel):
    """The rows of a table in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    mode: Annotated[
        Mode,
        Field(
            description="`insert` adds rows that are missing, `upsert` updates those that differ as well, "
            "`exact` deletes those that are not declared, too."
        ),
    ] = "insert"
    key: Annotated[str | list[str] | None, Field(description="The unique columns by which a row is recognised.")] = None
    columns: Annotated[list[str] | None, Field(description="The columns of rows that are written as lists.")] = None
    rows: Annotated[
        list[dict[str, Any] | list[Any]],
        Field(description="The rows: each a mapping from column to value, or a list of values."),
    ]


SeedForm = list[dict[str, Any]] | SeedDeclaration


class Lookup(NamedTuple):
    """The value of ``column`` in the one row of ``table`` that has the values ``by``."""

    table: tuple[str, ...]
    column: str
    by: tuple[tuple[str, Value], ...]


class Value(NamedTuple):
    """Where a value comes from: a parameter, unless ``sql``, a canonical expression, or ``lookup`` says it."""

    sql: str | None = None
    lookup: Lookup | None = None


PARAMETER = Value()
Shape = tuple[tuple[str, Value], ...]
"""What rows have in common: their columns, and for each where its value comes from."""


class Row(NamedTuple):
    """One declared row: the parameters of its shape in their order, as PostgreSQL reads them, None for null."""

    shape: Shape
    parameters: tuple[str | None, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Seed:
    """The declared rows of the table at ``table``; ``rows`` can be gone through more than once.

    ``key`` are the columns by which a row is recognised, ``columns`` all that any row gives.  ``reads`` names for each
    column whose values are looked up the tables in which that is done.
    """

    table: tuple[str, ...]
    mode: Mode
    key: tuple[str, ...]
    columns: tuple[str, ...]
    reads: dict[str, frozenset[tuple[str, ...]]]
    rows: Iterable[Row]
    place: Place
