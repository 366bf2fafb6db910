"""The rule `not-null-with-type-change`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import AlterTable, ChangeType, SetNotNull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, AlterTable)
def not_null_with_type_change(table: AlterTable, script: Script) -> Iterator[Finding]:
    """A column changes its type and comes to refuse nulls in one statement.

    ## What it finds
    `alter column … type` and `set not null` of one column in one `alter table`, of a table that was there before.

    ## Why it is dangerous
    Two changes that each may read or write all rows share one lock, and neither can be taken back or tried again
    alone.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table orders alter column note type text, alter column note set not null;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[blocking-not-null]: all rows of orders are read for nulls in note while everybody waits
      --> migration.sql:2:49
      2 | alter table orders alter column note type text, alter column note set not null;
        |                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: validate `check (note is not null)` first, added `not valid`

    warning[not-null-with-type-change]: orders.note changes its type and comes to refuse nulls at the same time
      --> migration.sql:2:49
      2 | alter table orders alter column note type text, alter column note set not null;
        |                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: do one after the other, in two migrations

    ! Linted 2 statements: 2 warnings
    ```

    ## Instead
    Change the type in one migration, and make the column refuse nulls in a later one.
    """
    changed = {item.column for item in table.actions if isinstance(item, ChangeType)}
    for item in table.actions:
        if isinstance(item, SetNotNull) and item.column in changed and script.exists(item.table):
            message = f"{item.object} changes its type and comes to refuse nulls at the same time"
            yield Finding(message, "do one after the other, in two migrations", span=(item.start, item.end))
