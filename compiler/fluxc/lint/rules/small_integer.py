"""The rule `small-integer`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.table_forms import NewColumn
from fluxc.model.column import Column
from fluxc.model.constraint import PrimaryKey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script

_SMALL: Final = ("smallint", "integer")


@rule(None, Column)
def small_integer(column: Column, schema: Schema) -> Iterator[Finding]:
    """A column holds numbers that may become too large for it.

    ## What it finds
    A column of type `smallint` or `integer`; not where it takes its type by a reference. Primary keys are found by
    `small-primary-key`.

    ## Why it is dangerous
    One day a value does not fit, and to make the column `bigint` rewrites the table under a lock that keeps
    everybody out. Off by default: most numbers have a bound.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    small-integer = "warning"
    ```

    ```yaml schema/app.yaml
    tables:
      posts:
        columns:
          id: bigint primary key identity
          views: integer
    ```

    ```console
    $ fluxc lint
    warning[small-integer]: column app.posts.views is integer
      --> schema/app.yaml:5:14
      5 |       views: integer
        |              ^^^^^^^
      help: write `bigint`, or say its bound by a check

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `bigint`, or a check that says the bound.
    """
    key = any(key.columns == (column.name,) for key in schema.beside(column, PrimaryKey))
    if column.type in _SMALL and not key and not schema.refers(column):
        yield Finding(f"column {column.sql} is {column.type}", "write `bigint`, or say its bound by a check", ("type",))


@small_integer.in_sql(NewColumn)
def _in_sql(column: NewColumn, script: Script) -> Iterator[Finding]:
    table, name = column.table, column.column
    if column.type not in _SMALL or script.facts.refers(table, name):
        return
    if script.facts.primary_key(table) != (name,):
        yield Finding(f"column {column.object} is {column.type}", "write `bigint`, or say its bound by a check")
