"""The rule `dropped-column`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import DropColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, DropColumn)
def dropped_column(drop: DropColumn, script: Script) -> Iterator[Finding]:
    """A column goes.

    ## What it finds
    `drop column` of a column that the file does not make itself.

    ## Why it is dangerous
    Its values are gone. Code that still reads or writes the column fails from that moment on, and so does each
    query that was planned before with `select *`.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table users drop column nickname;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[dropped-column]: dropping column users.nickname deletes its values and breaks what still uses it
      --> migration.sql:2:19
      2 | alter table users drop column nickname;
        |                   ^^^^^^^^^^^^^^^^^^^^
      help: drop it once no running code names it

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Release code that knows nothing of the column first, then drop it, and give the reason above the statement: `--
    fluxc: allow dropped-column users.nickname: nobody reads it since May`.
    """
    if script.has_column(drop) and not script.late:
        message = f"dropping column {drop.object} deletes its values and breaks what still uses it"
        yield Finding(message, "drop it once no running code names it")
