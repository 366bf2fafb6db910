"""The rule `small-primary-key`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.table_forms import NewColumn
from fluxc.model.column import Column
from fluxc.model.constraint import PrimaryKey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script

_LARGEST: Final = {"smallint": 32767, "integer": 2147483647}


@rule(Severity.WARNING, Column)
def small_primary_key(column: Column, schema: Schema) -> Iterator[Finding]:
    """A primary key can run out of numbers.

    ## What it finds
    A primary key of one column of type `smallint` or `integer`, `smallserial` and `serial` among them.
    A key that refers to another table is found there, not here. In SQL that of a table that the file makes.

    ## Why it is dangerous
    Numbers that a rollback or a conflict has taken are gone, so the end comes earlier than the rows suggest.
    At the end every insert fails. By then the table is large, and making the column `bigint`
    rewrites it and all that refer to it under a lock that keeps everybody out.

    ## Example
    ```yaml schema/app.yaml
    tables:
      visits:
        columns:
          id: integer primary key identity
          page: text
    ```

    ```console
    $ fluxc lint
    warning[small-primary-key]: primary key app.visits.id is integer and ends at 2,147,483,647
      --> schema/app.yaml:4:11
      4 |       id: integer primary key identity
        |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: write `bigint` while the table is small

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `bigint`: four bytes more a row are cheap. Columns that refer to the key follow by themselves.
    A table that can never be large, such as one of countries, is a reason for `lint:`.
    """
    largest = _LARGEST.get(column.type)
    if largest is None or schema.refers(column):
        return
    if any(key.columns == (column.name,) for key in schema.beside(column, PrimaryKey)):
        message = f"primary key {column.sql} is {column.type} and ends at {largest:,}"
        yield Finding(message, "write `bigint` while the table is small", ("type",))


@small_primary_key.in_sql(NewColumn)
def _in_sql(column: NewColumn, script: Script) -> Iterator[Finding]:
    largest = _LARGEST.get(column.type)
    if largest is None or script.facts.refers(column.table, column.column):
        return
    if script.facts.primary_key(column.table) == (column.column,):
        message = f"primary key {column.object} is {column.type} and ends at {largest:,}"
        yield Finding(message, "write `bigint` while the table is small")
