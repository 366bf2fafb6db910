"""The rule `missing-primary-key`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.table_forms import CreateTable
from fluxc.model.constraint import PrimaryKey
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script


@rule(Severity.ERROR, Table)
def missing_primary_key(table: Table, schema: Schema) -> Iterator[Finding]:
    """A table has no primary key.

    ## What it finds
    A table without a primary key. A unique constraint or index does not take its place.
    In SQL a table that the file makes, where it gives it no key further down either; not a temporary table.

    ## Why it is dangerous
    Nothing tells one row from its double, so a double cannot be deleted alone.
    A table that is published for logical replication refuses updates and deletes.
    Other tables cannot refer to its rows, and the tools that go through a table in batches have nothing to hold on to.

    ## Example
    ```yaml schema/app.yaml
    tables:
      visits:
        columns:
          page: text
          visited_at: timestamptz = now()
    ```

    ```console
    $ fluxc lint
    error[missing-primary-key]: table app.visits has no primary key
      --> schema/app.yaml:2:3
      2 |   visits:
        |   ^^^^^^
      help: add a column `id: bigint primary key identity`, or name columns under `primary_key:`

    ✗ Linted 1 table: 1 error
    ```

    ## Instead
    Give it a column `id: bigint primary key identity`,
    or name the columns that tell its rows apart by `primary_key: [a, b]`.
    Where rows are only ever added and read in bulk, say so: `lint: {missing-primary-key: "a log, read in bulk"}`.
    """
    if not schema.inside(table, PrimaryKey):
        yield Finding(
            f"table {table.sql} has no primary key",
            "add a column `id: bigint primary key identity`, or name columns under `primary_key:`",
        )


@missing_primary_key.in_sql(CreateTable)
def _in_sql(table: CreateTable, script: Script) -> Iterator[Finding]:
    has_key = any(item.kind == "primary key" for item in script.facts.constraints(table.name))
    if not (table.derived or table.temporary or has_key):
        help_text = "add `id bigint generated always as identity primary key`, or name columns by `primary key`"
        yield Finding(f"table {table.object} has no primary key", help_text)
