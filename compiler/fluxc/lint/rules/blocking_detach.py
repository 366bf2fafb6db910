"""The rule `blocking-detach`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import DetachPartition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, DetachPartition)
def blocking_detach(detach: DetachPartition, script: Script) -> Iterator[Finding]:
    """A partition is taken out while everybody waits.

    ## What it finds
    `detach partition` without `concurrently`, from a table that the file does not make itself.

    ## Why it is dangerous
    It takes an ACCESS EXCLUSIVE lock on the whole partitioned table: until it has its turn and is done, nobody
    reads or writes any partition.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table visits detach partition visits_2024;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[blocking-detach]: detaching visits_2024 keeps everybody out of visits
      --> migration.sql:2:20
      2 | alter table visits detach partition visits_2024;
        |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: detach it `concurrently`, outside a transaction

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Write `detach partition … concurrently`, outside a transaction. A table with a default partition takes no
    concurrent detach: set a short `lock_timeout`, and try again until it gets through.
    """
    if not detach.concurrently and not detach.finalized and script.exists(detach.table):
        message = f"detaching {detach.partition.sql} keeps everybody out of {detach.table.sql}"
        yield Finding(message, "detach it `concurrently`, outside a transaction")
