"""The rule `redundant-index`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.forms import CreateIndex
from fluxc.model.constraint import PrimaryKey, Unique
from fluxc.model.index import Index, IndexPart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script


@rule(Severity.WARNING, Index)
def redundant_index(index: Index, schema: Schema) -> Iterator[Finding]:
    """An index says what another one says already.

    ## What it finds
    An index that is not unique, whose columns are the first ones of another index or key of the table, or all of
    them. Of two that are equal the second is found. Partial indexes and those with `include` are left alone.

    ## Why it is dangerous
    Every write keeps both, and no query needs the shorter one.

    ## Example
    ```yaml schema/app.yaml
    tables:
      visits:
        columns:
          id: bigint primary key identity
          page: text
          visited_at: timestamptz
        indexes: [page, [page, visited_at]]
    ```

    ```console
    $ fluxc lint
    warning[redundant-index]: index app.visits_page_idx says what visits_page_visited_at_idx says already
      --> schema/app.yaml:7:15
      7 |     indexes: [page, [page, visited_at]]
        |               ^^^^
      help: take it out

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Take the shorter one out. Keep it where the longer one is so wide that reading it costs more, and say so.
    """
    if index.unique or not index.plain:
        return
    for name, parts in _beside(index, schema):
        if parts[: len(index.parts)] == index.parts:
            yield Finding(f"index {index.sql} says what {name} says already", "take it out")
            return


@redundant_index.in_sql(CreateIndex)
def _in_sql(index: CreateIndex, script: Script) -> Iterator[Finding]:
    if index.unique or index.where or index.include or index.method != "btree" or None in index.columns:
        return
    if index.label in script.facts.attached:
        return
    for label, columns in script.facts.other_keys(index):
        if columns[: len(index.columns)] == index.columns:
            yield Finding(f"index {index.object} says what {label} says already", "take it out")
            return


def _beside(index: Index, schema: Schema) -> Iterator[tuple[str, tuple[IndexPart, ...]]]:
    """Yield the keys and whole indexes of the table, but of equal ones those that stand before alone."""
    keys: list[PrimaryKey | Unique] = [*schema.beside(index, PrimaryKey), *schema.beside(index, Unique)]
    for key in keys:
        yield key.name, tuple(IndexPart(column=column) for column in key.columns)
    before = True
    for other in schema.beside(index, Index):
        if other.name == index.name:
            before = False
        elif other.method == "btree" and other.where is None and (before or other.parts != index.parts):
            yield other.name, other.parts
