"""The rule `missing-statement-timeout`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import CreateIndex, Drop
from fluxc.lint.sql.table_forms import AlterTable
from fluxc.lint.sql.work_forms import Truncate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.forms import Form
    from fluxc.lint.sql.script import Script


@sql_rule(None, AlterTable, CreateIndex, Drop, Truncate)
def missing_statement_timeout(form: AlterTable | CreateIndex | Drop | Truncate, script: Script) -> Iterator[Finding]:
    """A statement may run without end.

    ## What it finds
    The first statement of a file that changes a table or builds an index, where no `statement_timeout` is set by
    then. `set statement_timeout = 0` says that none is wanted, and counts.

    ## Why it is dangerous
    A change that takes longer than anybody thought holds its locks until somebody stops it by hand. Off by default:
    a concurrent index build that is stopped leaves an invalid index behind.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    missing-statement-timeout = "warning"
    ```

    ```sql migration.sql
    set lock_timeout = '5s';
    alter table users add column nickname text;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[missing-statement-timeout]: nothing bounds how long this runs on users
      --> migration.sql:2:13
      2 | alter table users add column nickname text;
        |             ^^^^^
      help: write `set statement_timeout = '1min';` above it

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Write `set statement_timeout = '1min';` at the top, and a longer one above what has to take long.
    """
    if not script.has_setting("statement_timeout") and _changes(form, script) and script.first("statement"):
        message = f"nothing bounds how long this runs on {form.object}"
        yield Finding(message, "write `set statement_timeout = '1min';` above it")


def _changes(form: Form, script: Script) -> bool:
    if isinstance(form, Drop):
        return form.kind in {"table", "index"} and any(map(script.exists, form.names))
    if isinstance(form, Truncate):
        return any(map(script.exists, form.names))
    if isinstance(form, CreateIndex):
        return script.exists(form.table)
    return isinstance(form, AlterTable) and script.exists(form.name)
