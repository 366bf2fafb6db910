"""The rule `column-needs-value`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import NewColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, NewColumn)
def column_needs_value(column: NewColumn, script: Script) -> Iterator[Finding]:
    """A new column takes no null and has no value for the rows that are there.

    ## What it finds
    `add column … not null` without a default, in a table that was there before.

    ## Why it is dangerous
    With one row in the table PostgreSQL refuses it. Without any it works, and code that does not know the column
    can insert nothing from then on.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table users add column email text not null;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[column-needs-value]: new column users.email takes no null, and rows that are there have no value for it
      --> migration.sql:2:30
      2 | alter table users add column email text not null;
        |                              ^^^^^^^^^^^^^^^^^^^
      help: give it a default, or add it without `not null` first

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Give it a default that is not volatile; or add it without `not null`, fill it in, and make it refuse nulls then.
    """
    filled = column.default or column.serial or column.identity or column.generated
    required = column.has("not null") or column.has("primary key")
    if column.added and required and not filled and script.exists(column.table):
        message = f"new column {column.object} takes no null, and rows that are there have no value for it"
        yield Finding(message, "give it a default, or add it without `not null` first")
