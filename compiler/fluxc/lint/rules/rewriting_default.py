"""The rule `rewriting-default`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.cursor import words
from fluxc.lint.sql.table_forms import NewColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script

_VOLATILE: Final = words(
    "random random_normal gen_random_uuid uuidv4 uuidv7 uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4"
    " clock_timestamp timeofday nextval gen_random_bytes gen_salt"
)


@sql_rule(Severity.WARNING, NewColumn)
def rewriting_default(column: NewColumn, script: Script) -> Iterator[Finding]:
    """A default that differs from row to row has the whole table written anew.

    ## What it finds
    `add column` with a default that calls a function that is known to be volatile, such as `gen_random_uuid()`,
    `random()`, `clock_timestamp()` or `nextval()`, in a table that was there before. A default that stays the same,
    `now()` among them, is free.

    ## Why it is dangerous
    Each row gets a value of its own, so the table is written anew with all its indexes, under an ACCESS EXCLUSIVE
    lock.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table users add column token uuid default gen_random_uuid();
    ```

    ```console
    $ fluxc lint migration.sql
    warning[rewriting-default]: the default of new column users.token calls gen_random_uuid(), so all rows are rewritten
      --> migration.sql:2:30
      2 | alter table users add column token uuid default gen_random_uuid();
        |                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: add it without default, set the default then, and fill in old rows in batches

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Add the column without default, `alter column … set default` in a second statement, and fill in the rows that
    are there in batches.
    """
    called = next((word for word in column.default if word in _VOLATILE), None)
    if column.added and called is not None and script.exists(column.table):
        message = f"the default of new column {column.object} calls {called}(), so all rows are rewritten"
        yield Finding(message, "add it without default, set the default then, and fill in old rows in batches")
