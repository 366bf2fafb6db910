"""The rule `validating-foreign-key`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import Constraint, NewColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Constraint, NewColumn)
def validating_foreign_key(form: Constraint | NewColumn, script: Script) -> Iterator[Finding]:
    """A foreign key is added and all rows are read while nobody can write.

    ## What it finds
    A foreign key that is added without `not valid` to a table that was there before. Behind a new column it is
    found only where the column has a default: a column of nulls is not read.

    ## Why it is dangerous
    PostgreSQL looks every row up on the other side. Until it is done, writers of both tables wait.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table orders add foreign key (user_id) references users;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[validating-foreign-key]: a new foreign key keeps writers out of orders and users while rows are read
      --> migration.sql:2:24
      2 | alter table orders add foreign key (user_id) references users;
        |                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: add it `not valid`, and validate it in a later transaction

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Add it `not valid`, which reads nothing, and `validate constraint` in a later transaction, beside which both
    tables are written. A foreign key of a partitioned table takes no `not valid` before PostgreSQL 18: add it to
    the partitions first.
    """
    if isinstance(form, NewColumn):
        key = next((item for item in form.constraints if item.kind == "foreign key"), None)
        wanted = key is not None and bool(form.default) and form.default != ("null",)
    else:
        key = form
        wanted = form.kind == "foreign key" and not form.inline
    if key is not None and wanted and key.added and key.valid and key.enforced and script.exists(key.table):
        other = f" and {key.target.sql}" if key.target and key.target.parts != key.table.parts else ""
        message = f"a new foreign key keeps writers out of {key.table.sql}{other} while rows are read"
        yield Finding(message, "add it `not valid`, and validate it in a later transaction", span=(key.start, key.end))
