"""The rule `concurrent-in-transaction`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import CreateIndex, Drop
from fluxc.lint.sql.table_forms import DetachPartition
from fluxc.lint.sql.work_forms import Reindex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.ERROR, CreateIndex, Drop, Reindex, DetachPartition)
def concurrent_in_transaction(
    form: CreateIndex | Drop | Reindex | DetachPartition, script: Script
) -> Iterator[Finding]:
    """Something concurrent stands inside a transaction.

    ## What it finds
    `concurrently` of an index build, an index drop, a `reindex` or a `detach partition` between `begin` and
    `commit`, and anywhere in a file that is run `--in-transaction`.

    ## Why it is dangerous
    PostgreSQL refuses it there: it takes several transactions of its own. The migration fails.

    ## Example
    ```sql migration.sql
    begin;
    create index concurrently orders_user_id_idx on orders (user_id);
    commit;
    ```

    ```console
    $ fluxc lint migration.sql
    error[concurrent-in-transaction]: `concurrently` is refused inside a transaction
      --> migration.sql:2:1
      2 | create index concurrently orders_user_id_idx on orders (user_id);
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: move the statement out of the transaction

    ✗ Linted 3 statements: 1 error
    ```

    ## Instead
    Put it into a file of its own that is run outside a transaction.
    """
    if form.concurrently and script.in_transaction:
        message = "`concurrently` is refused inside a transaction"
        yield Finding(message, "move the statement out of the transaction")
