"""The rule `blocking-reindex`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.work_forms import Reindex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Reindex)
def blocking_reindex(reindex: Reindex, script: Script) -> Iterator[Finding]:
    """An index is built anew while nobody can write to its table.

    ## What it finds
    `reindex` of an index, a table, a schema or the database without `concurrently`. That of the system catalogues
    has no such form.

    ## Why it is dangerous
    Writers wait until the build is done, and so does every query that might use the index, readers' too.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    reindex index orders_user_id_idx;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[blocking-reindex]: reindexing index orders_user_id_idx keeps writers out, and readers that use the index
      --> migration.sql:2:1
      2 | reindex index orders_user_id_idx;
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: reindex it `concurrently`, outside a transaction

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Write `reindex index concurrently …`, outside a transaction.
    """
    made = reindex.kind == "table" and reindex.name is not None and not script.exists(reindex.name)
    if not reindex.concurrently and reindex.kind != "system" and not made:
        message = (
            f"reindexing {reindex.kind} {reindex.object} keeps writers out, and readers that use the index".replace(
                "  ", " "
            )
        )
        yield Finding(message, "reindex it `concurrently`, outside a transaction")
