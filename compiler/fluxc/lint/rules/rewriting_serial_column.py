"""The rule `rewriting-serial-column`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import NewColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, NewColumn)
def rewriting_serial_column(column: NewColumn, script: Script) -> Iterator[Finding]:
    """A new column that counts has the whole table written anew.

    ## What it finds
    `add column` of a serial type or as identity, in a table that was there before.

    ## Why it is dangerous
    Every row gets a number of its own, so the table is written anew with all its indexes, under an ACCESS EXCLUSIVE
    lock.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table users add column number bigint generated always as identity;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[rewriting-serial-column]: new column users.number numbers all rows, so the table is written anew
      --> migration.sql:2:30
      2 | alter table users add column number bigint generated always as identity;
        |                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: add a plain column, fill it in batches, and have it count afterwards

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Add a plain `bigint` column, give it a sequence by `set default`, fill in old rows in batches, and make it
    identity then.
    """
    if column.added and (column.serial or column.identity) and script.exists(column.table):
        message = f"new column {column.object} numbers all rows, so the table is written anew"
        yield Finding(message, "add a plain column, fill it in batches, and have it count afterwards")
