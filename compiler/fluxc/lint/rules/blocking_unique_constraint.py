"""The rule `blocking-unique-constraint`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import Constraint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Constraint)
def blocking_unique_constraint(constraint: Constraint, script: Script) -> Iterator[Finding]:
    """A key or a unique constraint builds its index while everybody waits.

    ## What it finds
    `unique` and `primary key` without `using index`, added to a table that was there before, also behind a new
    column.

    ## Why it is dangerous
    The index is built under an ACCESS EXCLUSIVE lock: nobody reads or writes the table until it is there.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table users add constraint users_email_key unique (email);
    ```

    ```console
    $ fluxc lint migration.sql
    warning[blocking-unique-constraint]: a new unique of users keeps everybody out while its index is built
      --> migration.sql:2:23
      2 | alter table users add constraint users_email_key unique (email);
        |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: build a unique index concurrently, then add the constraint `using index`

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Build the index first, `create unique index concurrently`, then `add constraint … unique using index …`, which
    is quick. The columns of a primary key should be `not null` before, or all rows are read once more.
    """
    new = constraint.added and constraint.index is None and script.exists(constraint.table)
    if new and constraint.kind in {"unique", "primary key"}:
        message = f"a new {constraint.kind} of {constraint.table.sql} keeps everybody out while its index is built"
        yield Finding(message, "build a unique index concurrently, then add the constraint `using index`")
