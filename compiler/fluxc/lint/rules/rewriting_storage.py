"""The rule `rewriting-storage`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import TableSetting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, TableSetting)
def rewriting_storage(setting: TableSetting, script: Script) -> Iterator[Finding]:
    """Another way of keeping a table has it written anew.

    ## What it finds
    `set logged`, `set unlogged`, `set tablespace` and `set access method` of a table that was there before.

    ## Why it is dangerous
    The whole table is copied, under an ACCESS EXCLUSIVE lock. To become logged it is written to the log of the
    server as well.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table events set logged;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[rewriting-storage]: `set logged` writes all of events anew while everybody waits
      --> migration.sql:2:20
      2 | alter table events set logged;
        |                    ^^^^^^^^^^
      help: make a new table beside it, and move rows in batches

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Do it while the table is small, or make a table of the new kind, copy rows in batches, and change over.
    """
    if script.exists(setting.table):
        message = f"`set {setting.what}` writes all of {setting.table.sql} anew while everybody waits"
        yield Finding(message, "make a new table beside it, and move rows in batches")
