"""The rule `scanning-primary-key`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import Constraint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(None, Constraint)
def scanning_primary_key(constraint: Constraint, script: Script) -> Iterator[Finding]:
    """A primary key may read all rows for nulls although its index is there.

    ## What it finds
    `primary key using index` on a table that was there before, where the file does not make its columns refuse
    nulls.

    ## Why it is dangerous
    A primary key makes its columns refuse nulls, and reads the whole table for that, under an ACCESS EXCLUSIVE
    lock. Off by default: columns that refuse nulls already cost nothing, and the file does not tell.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    scanning-primary-key = "warning"
    ```

    ```sql migration.sql
    set lock_timeout = '5s';
    create unique index concurrently users_pkey on users (id);
    alter table users add primary key using index users_pkey;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[scanning-primary-key]: the key reads all rows of users for nulls, unless its columns refuse them
      --> migration.sql:3:23
      3 | alter table users add primary key using index users_pkey;
        |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: make its columns `not null` first

    ! Linted 3 statements: 1 warning
    ```

    ## Instead
    Make the columns `not null` first, by way of a validated check.
    """
    if constraint.kind == "primary key" and constraint.index is not None and script.exists(constraint.table):
        known = (index for index in script.facts.indexes(constraint.table) if index.label == constraint.index)
        columns = next((index.columns for index in known), ())
        if not columns or not all(
            column and script.facts.sets_not_null(constraint.table, column) for column in columns
        ):
            message = f"the key reads all rows of {constraint.table.sql} for nulls, unless its columns refuse them"
            yield Finding(message, "make its columns `not null` first")
