"""The rule `blocking-index-build`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import CreateIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, CreateIndex)
def blocking_index_build(index: CreateIndex, script: Script) -> Iterator[Finding]:
    """An index is built while nobody can write to its table.

    ## What it finds
    `create index` without `concurrently` on a table or materialized view that the file does not make itself. An
    index on `only` a partitioned table, which builds nothing, is left alone.

    ## Why it is dangerous
    The build reads the whole table and holds a SHARE lock: every insert, update and delete waits until it is done.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    create index orders_user_id_idx on orders (user_id);
    ```

    ```console
    $ fluxc lint migration.sql
    warning[blocking-index-build]: building an index on orders keeps writers out of it until it is built
      --> migration.sql:2:1
      2 | create index orders_user_id_idx on orders (user_id);
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: build it `concurrently`, outside a transaction

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Build it `concurrently`, outside a transaction. Drop the index that a failed build leaves behind, and build it
    again. A partitioned table takes no concurrent build: make the index on `only` it, build those of the partitions
    concurrently, and attach them.
    """
    if not index.concurrently and not index.only and script.exists(index.table):
        message = f"building an index on {index.table.sql} keeps writers out of it until it is built"
        yield Finding(message, "build it `concurrently`, outside a transaction")
