"""The rule `dropped-not-null`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import DropNotNull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, DropNotNull)
def dropped_not_null(drop: DropNotNull, script: Script) -> Iterator[Finding]:
    """A column comes to take nulls.

    ## What it finds
    `drop not null` of a table that was there before.

    ## Why it is dangerous
    Code that reads the column was written for one that always has a value, and may fail on the first null. It is
    hard to take back: by then there are nulls.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table users alter column email drop not null;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[dropped-not-null]: users.email comes to take nulls, which its readers may not expect
      --> migration.sql:2:19
      2 | alter table users alter column email drop not null;
        |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: have all readers expect a null first

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Release code that reads a null rightly first, and say so above the statement.
    """
    if script.has_column(drop):
        message = f"{drop.object} comes to take nulls, which its readers may not expect"
        yield Finding(message, "have all readers expect a null first")
