"""The rule `several-foreign-keys`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import Constraint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(None, Constraint)
def several_foreign_keys(constraint: Constraint, script: Script) -> Iterator[Finding]:
    """A transaction adds several foreign keys.

    ## What it finds
    A second foreign key in a transaction, between tables that were there before.

    ## Why it is dangerous
    Each locks two tables. While the transaction waits for the next lock it holds those it has, and others that use
    the tables in another order run into a deadlock. Off by default: with a `lock_timeout` it does no harm.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    several-foreign-keys = "warning"
    ```

    ```sql migration.sql
    set lock_timeout = '5s';
    begin;
    alter table orders add foreign key (user_id) references users not valid;
    alter table visits add foreign key (page_id) references pages not valid;
    commit;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[several-foreign-keys]: this is not the first foreign key of its transaction
      --> migration.sql:4:24
      4 | alter table visits add foreign key (page_id) references pages not valid;
        |                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: add each in a transaction of its own

    ! Linted 5 statements: 1 warning
    ```

    ## Instead
    Add one in each transaction.
    """
    new = constraint.kind == "foreign key" and constraint.added and script.exists(constraint.table)
    if new and script.foreign_keys:
        yield Finding("this is not the first foreign key of its transaction", "add each in a transaction of its own")
