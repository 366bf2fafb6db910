"""The rule `unbounded-write`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.work_forms import Write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Write)
def unbounded_write(write: Write, script: Script) -> Iterator[Finding]:
    """All rows of a table are written in one statement.

    ## What it finds
    `update` and `delete` without `where`, of a table that was there before.

    ## Why it is dangerous
    It locks every row until the transaction ends, doubles the table, and others that write the same rows wait all
    the while. Or the condition was forgotten.

    ## Example
    ```sql migration.sql
    update users set nickname = name;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[unbounded-write]: this update locks and writes every row of users
      --> migration.sql:1:1
      1 | update users set nickname = name;
        | ^^^^^^^^^^^^
      help: write rows in batches, by ranges of the key

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Write in batches of some thousand rows, by ranges of the key, each in a transaction of its own. To empty a table
    use `truncate`.
    """
    if write.verb in {"update", "delete"} and not write.bounded and script.exists(write.name):
        message = f"this {write.verb} locks and writes every row of {write.object}"
        yield Finding(message, "write rows in batches, by ranges of the key")
