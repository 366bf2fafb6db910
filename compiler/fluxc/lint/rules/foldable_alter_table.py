"""The rule `foldable-alter-table`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import AlterTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(None, AlterTable)
def foldable_alter_table(table: AlterTable, script: Script) -> Iterator[Finding]:
    """Two changes of a table that one statement could make.

    ## What it finds
    `alter table` right behind another of the same table.

    ## Why it is dangerous
    Each statement waits for its lock anew outside a transaction, and what has to read all rows reads them twice.
    Off by default: inside a transaction most changes are cheap either way.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    foldable-alter-table = "warning"
    ```

    ```sql migration.sql
    set lock_timeout = '5s';
    alter table users add column nickname text;
    alter table users add column born date;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[foldable-alter-table]: users is altered by the statement before, too
      --> migration.sql:3:13
      3 | alter table users add column born date;
        |             ^^^^^
      help: make one statement of the two

    ! Linted 3 statements: 1 warning
    ```

    ## Instead
    Write one `alter table` with both changes, parted by a comma.
    """
    before = script.altered_before
    if before is not None and before.name.parts == table.name.parts and script.exists(table.name):
        yield Finding(f"{table.object} is altered by the statement before, too", "make one statement of the two")
