"""The rule `gap-between-indexes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import CreateIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, CreateIndex)
def gap_between_indexes(index: CreateIndex, script: Script) -> Iterator[Finding]:
    """An index is dropped before the one that takes its place is there.

    ## What it finds
    `create index` under the name of one that the file dropped before, in another transaction.

    ## Why it is dangerous
    Until it is built, queries that need it read the whole table.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    drop index concurrently orders_user_id_idx;
    create index concurrently orders_user_id_idx on orders (user_id, placed_at);
    ```

    ```console
    $ fluxc lint migration.sql
    warning[gap-between-indexes]: between the drop of orders_user_id_idx and its build queries have no index
      --> migration.sql:3:1
      3 | create index concurrently orders_user_id_idx on orders (user_id, placed_at);
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: build the new one first, under another name

    ! Linted 3 statements: 1 warning
    ```

    ## Instead
    Build the new one under another name, drop the old one, and rename.
    """
    if index.label in script.indexes_dropped and script.exists(index.table):
        message = f"between the drop of {index.object} and its build queries have no index"
        yield Finding(message, "build the new one first, under another name")
