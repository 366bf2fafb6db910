"""The rule `missing-lock-timeout`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import CreateIndex, Drop, Rename
from fluxc.lint.sql.table_forms import AlterTable, Validate
from fluxc.lint.sql.work_forms import Truncate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.cursor import Name
    from fluxc.lint.sql.forms import Form
    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, AlterTable, CreateIndex, Drop, Truncate, Rename)
def missing_lock_timeout(
    form: AlterTable | CreateIndex | Drop | Truncate | Rename, script: Script
) -> Iterator[Finding]:
    """A lock may be waited for without end.

    ## What it finds
    The first statement of a file that locks a table which was there before, where no `lock_timeout` is set by then.
    `set lock_timeout = 0` sets none. Index builds and drops that are concurrent, and what only validates, are left
    alone.

    ## Why it is dangerous
    A statement that waits for its lock has all later queries of that table wait behind it. One long report is then
    enough to stop the application until the report is done.

    ## Example
    ```sql migration.sql
    alter table users add column nickname text;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[missing-lock-timeout]: nothing bounds how long this waits for its lock on users, while others wait behind it
      --> migration.sql:1:13
      1 | alter table users add column nickname text;
        |             ^^^^^
      help: write `set lock_timeout = '5s';` above it

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Write `set lock_timeout = '5s';` at the top, and run the file again where it gives up.
    """
    if script.is_set("lock_timeout") or not any(map(script.exists, _locked(form))) or not script.first("lock"):
        return
    message = f"nothing bounds how long this waits for its lock on {_locked(form)[0].sql}, while others wait behind it"
    yield Finding(message, "write `set lock_timeout = '5s';` above it")


def _locked(form: Form) -> tuple[Name, ...]:
    """Return the tables that a statement locks against others."""
    if isinstance(form, AlterTable):
        return () if form.actions and all(isinstance(item, Validate) for item in form.actions) else (form.name,)
    if isinstance(form, CreateIndex):
        return () if form.concurrently else (form.table,)
    if isinstance(form, Drop):
        return form.names if form.kind == "table" else ()
    if isinstance(form, Truncate):
        return form.names
    return (form.name,) if isinstance(form, Rename) and form.kind == "table" else ()
