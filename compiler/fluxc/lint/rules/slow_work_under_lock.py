"""The rule `slow-work-under-lock`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import CreateIndex
from fluxc.lint.sql.table_forms import Validate
from fluxc.lint.sql.work_forms import Refresh, Write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, CreateIndex, Write, Validate, Refresh)
def slow_work_under_lock(form: CreateIndex | Write | Validate | Refresh, script: Script) -> Iterator[Finding]:
    """Slow work is done while a lock keeps everybody out of a table.

    ## What it finds
    An `update` or `delete`, an `insert` of what a query gives, an index build or a validation, in a transaction
    that has taken an ACCESS EXCLUSIVE lock on a table that was there before.

    ## Why it is dangerous
    The lock is held until the transaction ends: what takes milliseconds alone lasts as long as all that comes
    behind it.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    begin;
    alter table users add column active boolean;
    update users set active = true where last_login > '2026-01-01';
    commit;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[slow-work-under-lock]: users is kept from everybody until this is done
      --> migration.sql:4:1
      4 | update users set active = true where last_login > '2026-01-01';
        | ^^^^^^^^^^^^
      help: commit before it, and do it in a transaction of its own

    ! Linted 5 statements: 1 warning
    ```

    ## Instead
    Commit behind the statement that locks, and do the slow work in a transaction of its own.
    """
    if not script.exclusive or (isinstance(form, Write) and form.verb == "insert" and form.bounded):
        return
    if isinstance(form, CreateIndex | Refresh) and (form.concurrently or not _has_rows(form, script)):
        return
    table, _ = script.exclusive[0]
    yield Finding(
        f"{table.sql} is kept from everybody until this is done",
        "commit before it, and do it in a transaction of its own",
    )


def _has_rows(form: CreateIndex | Refresh, script: Script) -> bool:
    return script.exists(form.table if isinstance(form, CreateIndex) else form.name)
