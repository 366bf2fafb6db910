"""The rule `explicit-lock`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.work_forms import LockTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script

_HARMLESS: Final = frozenset({"access share", "row share", "row exclusive", "share update exclusive"})


@sql_rule(Severity.WARNING, LockTable)
def explicit_lock(lock: LockTable, script: Script) -> Iterator[Finding]:
    """A table is locked by hand.

    ## What it finds
    `lock table` in a mode that keeps writers or everybody out, of a table that was there before; not in a migration
    of fluxc, which locks a table to look at its rows before it changes it.

    ## Why it is dangerous
    The lock is held until the transaction ends, whatever comes behind it.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    begin;
    lock table orders;
    commit;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[explicit-lock]: orders is locked in access exclusive mode until the transaction ends
      --> migration.sql:3:1
      3 | lock table orders;
        | ^^^^^^^^^^^^^^^^^
      help: leave it out, or take a lock that lets others write

    ! Linted 4 statements: 1 warning
    ```

    ## Instead
    Leave it to the statements: each takes the lock that it needs. `share row exclusive` and stronger ones keep
    writers out.
    """
    if script.rewritten is None and lock.mode not in _HARMLESS and any(map(script.exists, lock.names)):
        message = f"{lock.object} is locked in {lock.mode} mode until the transaction ends"
        yield Finding(message, "leave it out, or take a lock that lets others write")
