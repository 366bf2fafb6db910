"""The rule `blocking-not-null`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import Constraint, SetNotNull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, SetNotNull, Constraint)
def blocking_not_null(form: SetNotNull | Constraint, script: Script) -> Iterator[Finding]:
    """A column comes to refuse nulls and all rows are read while everybody waits.

    ## What it finds
    `set not null` on a column of a table that was there before, and a not-null constraint that is added without
    `not valid`, unless the file has validated a check before that says `column is not null`.

    ## Why it is dangerous
    PostgreSQL reads the whole table to see that there is no null, under an ACCESS EXCLUSIVE lock.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table users alter column email set not null;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[blocking-not-null]: all rows of users are read for nulls in email while everybody waits
      --> migration.sql:2:19
      2 | alter table users alter column email set not null;
        |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: validate `check (email is not null)` first, added `not valid`

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Add `check (email is not null) not valid`, validate it in a later transaction, and only then `set not null`:
    PostgreSQL takes the check for proof and reads nothing. Drop the check afterwards. From PostgreSQL 18 on, add
    `constraint … not null email not valid` and validate it.
    """
    if isinstance(form, Constraint):
        if form.kind != "not null" or form.inline or not form.added or not form.valid or not form.columns:
            return
        column = form.columns[0]
    else:
        column = form.column
    if script.exists(form.table) and not script.refuses_null(form.table, column):
        message = f"all rows of {form.table.sql} are read for nulls in {column} while everybody waits"
        yield Finding(message, f"validate `check ({column} is not null)` first, added `not valid`")
