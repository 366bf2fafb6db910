"""The rule `rewriting-generated-column`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import NewColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, NewColumn)
def rewriting_generated_column(column: NewColumn, script: Script) -> Iterator[Finding]:
    """A stored generated column has the whole table written anew.

    ## What it finds
    `add column … generated always as (…) stored` in a table that was there before.

    ## Why it is dangerous
    The value of every row is computed and the table written anew, under an ACCESS EXCLUSIVE lock.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table users add column email_lower text generated always as (lower(email)) stored;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[rewriting-generated-column]: new column users.email_lower is computed for all rows, which are rewritten
      --> migration.sql:2:30
      2 | alter table users add column email_lower text generated always as (lower(email)) stored;
        |                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: make it `virtual`, or keep a plain column by a trigger

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Where the target is PostgreSQL 18 or newer write `virtual`: it is computed when it is read, and costs nothing
    now. Otherwise add a plain column, keep it by a trigger, and fill in old rows in batches.
    """
    if column.added and column.generated == "stored" and script.exists(column.table):
        message = f"new column {column.object} is computed for all rows, which are rewritten"
        yield Finding(message, "make it `virtual`, or keep a plain column by a trigger")
