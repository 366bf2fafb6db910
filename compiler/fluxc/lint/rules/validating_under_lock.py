"""The rule `validating-under-lock`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import Validate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Validate)
def validating_under_lock(validate: Validate, script: Script) -> Iterator[Finding]:
    """A constraint is validated in the transaction that added it.

    ## What it finds
    `validate constraint` in a transaction that has locked the same table against writers or against everybody.

    ## Why it is dangerous
    Validation is harmless because it lets others read and write. Behind `add constraint` in one transaction it does
    not: the lock of that is held until the end.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    begin;
    alter table orders add foreign key (user_id) references users not valid;
    alter table orders validate constraint orders_user_id_fkey;
    commit;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[validating-under-lock]: orders is locked against writers already, so validating makes them wait
      --> migration.sql:4:20
      4 | alter table orders validate constraint orders_user_id_fkey;
        |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: commit before it

    ! Linted 5 statements: 1 warning
    ```

    ## Instead
    Commit between the two.
    """
    held = (*script.exclusive, *script.writes_blocked)
    if any(table.same(validate.table) for table, _ in held):
        message = f"{validate.table.sql} is locked against writers already, so validating makes them wait"
        yield Finding(message, "commit before it")
