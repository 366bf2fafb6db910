"""The rule `serial-column`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.table_forms import NewColumn
from fluxc.model.column import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script


@rule(Severity.WARNING, Column)
def serial_column(column: Column, _schema: Schema) -> Iterator[Finding]:
    """A column counts by a default and not by itself.

    ## What it finds
    A column of type `smallserial`, `serial` or `bigserial`.

    ## Why it is dangerous
    Its sequence is another object, with grants of its own. An insert may name any number and does not move it, so
    that a later insert fails; to copy the table or to change the type leaves it behind.

    ## Example
    ```yaml schema/app.yaml
    tables:
      users:
        columns:
          id: bigserial primary key
    ```

    ```console
    $ fluxc lint
    warning[serial-column]: column app.users.id is a serial
      --> schema/app.yaml:4:11
      4 |       id: bigserial primary key
        |           ^^^^^^^^^^^^^^^^^^^^^
      help: write `bigint identity`

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `bigint primary key identity`.
    """
    if column.serial:
        yield Finding(f"column {column.sql} is a serial", f"write `{column.type} identity`", ("type",))


@serial_column.in_sql(NewColumn)
def _in_sql(column: NewColumn, _script: Script) -> Iterator[Finding]:
    if column.serial:
        help_text = f"write `{column.type} generated always as identity`"
        yield Finding(f"column {column.object} is a serial", help_text)
