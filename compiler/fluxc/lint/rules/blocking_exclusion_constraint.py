"""The rule `blocking-exclusion-constraint`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import Constraint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Constraint)
def blocking_exclusion_constraint(constraint: Constraint, script: Script) -> Iterator[Finding]:
    """An exclusion constraint builds its index while everybody waits.

    ## What it finds
    `exclude` that is added to a table that was there before.

    ## Why it is dangerous
    The index is built, and all rows are compared, under an ACCESS EXCLUSIVE lock. No other form exists: neither
    `not valid` nor `using index` applies to it.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table bookings add constraint bookings_room_excl exclude using gist (room with =, during with &&);
    ```

    ```console
    $ fluxc lint migration.sql
    warning[blocking-exclusion-constraint]: a new exclusion constraint builds its index on bookings while all wait
      --> migration.sql:2:26
      2 | alter table bookings add constraint bookings_room_excl exclude using gist (room with =, during with &&);
        |                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: add it at a quiet time, and say so above the statement

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Add it while the table is small, or at a quiet time and with the reason above the statement.
    """
    if constraint.kind == "exclude" and constraint.added and script.exists(constraint.table):
        message = f"a new exclusion constraint builds its index on {constraint.table.sql} while all wait"
        yield Finding(message, "add it at a quiet time, and say so above the statement")
