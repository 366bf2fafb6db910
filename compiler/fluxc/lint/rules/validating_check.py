"""The rule `validating-check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import Constraint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Constraint)
def validating_check(constraint: Constraint, script: Script) -> Iterator[Finding]:
    """A check is added and all rows are read under a lock that keeps everybody out.

    ## What it finds
    A check that is added without `not valid` to a table that was there before, also behind a new column.

    ## Why it is dangerous
    PostgreSQL reads the whole table to see whether it holds, under an ACCESS EXCLUSIVE lock. Everybody waits for
    that long.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table orders add constraint orders_total_check check (total >= 0);
    ```

    ```console
    $ fluxc lint migration.sql
    warning[validating-check]: a new check on orders reads all its rows while it keeps everybody out
      --> migration.sql:2:24
      2 | alter table orders add constraint orders_total_check check (total >= 0);
        |                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: add it `not valid`, and validate it in a later transaction

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Add it `not valid`, which reads nothing, and `validate constraint` in a later transaction, beside which rows are
    read and written.
    """
    if (
        constraint.kind == "check"
        and constraint.added
        and constraint.valid
        and constraint.enforced
        and script.exists(constraint.table)
    ):
        message = f"a new check on {constraint.table.sql} reads all its rows while it keeps everybody out"
        yield Finding(message, "add it `not valid`, and validate it in a later transaction")
