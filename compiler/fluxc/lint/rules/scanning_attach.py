"""The rule `scanning-attach`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import AttachPartition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, AttachPartition)
def scanning_attach(attach: AttachPartition, script: Script) -> Iterator[Finding]:
    """A table becomes a partition and all its rows are read.

    ## What it finds
    `attach partition` of a table that was there before, unless the file has validated a check on it.

    ## Why it is dangerous
    PostgreSQL reads the table to see that every row belongs there, and a default partition of the parent as well.
    Meanwhile nobody can use what is attached, and inserts into the default partition wait.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table visits attach partition visits_2027 for values from ('2027-01-01') to ('2028-01-01');
    ```

    ```console
    $ fluxc lint migration.sql
    warning[scanning-attach]: all rows of visits_2027 are read to see that they belong to visits
      --> migration.sql:2:20
      2 | alter table visits attach partition visits_2027 for values from ('2027-01-01') to ('2028-01-01');
        |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: validate a check that says the same as the bounds first

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Add a check that says the same as the bounds, `not valid`, and validate it first: PostgreSQL takes it for proof
    and reads nothing.
    """
    if script.exists(attach.partition) and script.exists(attach.table) and not script.has_valid_check(attach.partition):
        message = f"all rows of {attach.partition.sql} are read to see that they belong to {attach.table.sql}"
        yield Finding(message, "validate a check that says the same as the bounds first")
