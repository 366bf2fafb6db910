"""The rule `blocking-index-drop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import Drop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Drop)
def blocking_index_drop(drop: Drop, script: Script) -> Iterator[Finding]:
    """An index is dropped while everybody waits.

    ## What it finds
    `drop index` without `concurrently`, of an index that the file does not make itself.

    ## Why it is dangerous
    The drop takes an ACCESS EXCLUSIVE lock on the table. It is quick, but it waits for every query that runs, and
    all that come later wait behind it.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    drop index orders_user_id_idx;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[blocking-index-drop]: dropping index orders_user_id_idx has everybody wait behind it
      --> migration.sql:2:1
      2 | drop index orders_user_id_idx;
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: drop it `concurrently`, outside a transaction

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Drop it `concurrently`, outside a transaction. The index of a constraint and that of a partitioned table cannot
    be dropped so.
    """
    if drop.kind == "index" and not drop.concurrently and script.has_index(drop.names[0]):
        message = f"dropping index {drop.object} has everybody wait behind it"
        yield Finding(message, "drop it `concurrently`, outside a transaction")
