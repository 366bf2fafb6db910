"""The rule `dropped-table`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import Drop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Drop)
def dropped_table(drop: Drop, script: Script) -> Iterator[Finding]:
    """A table goes.

    ## What it finds
    `drop table` of one that the file does not make itself, also before it is made anew.

    ## Why it is dangerous
    Its rows are gone, and code that still uses it fails. Foreign keys that refer to it keep writers out of the
    other tables, too.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    drop table old_orders;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[dropped-table]: dropping table old_orders deletes its rows and breaks what still uses it
      --> migration.sql:2:12
      2 | drop table old_orders;
        |            ^^^^^^^^^^
      help: drop it once nobody uses it and a copy is kept

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    See that nobody uses it, keep a copy, drop its foreign keys one by one before, and give the reason above the
    statement.
    """
    for name in drop.names:
        if drop.kind == "table" and script.exists(name):
            message = f"dropping table {name.sql} deletes its rows and breaks what still uses it"
            yield Finding(message, "drop it once nobody uses it and a copy is kept", span=(name.start, name.end))
