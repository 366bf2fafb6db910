"""The rule `renamed-column`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import RenameColumn
from fluxc.model.names import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, RenameColumn)
def renamed_column(rename: RenameColumn, script: Script) -> Iterator[Finding]:
    """A column gets another name.

    ## What it finds
    `rename column` of a table that was there before.

    ## Why it is dangerous
    Code that runs knows the old name and fails from that moment on; code that knows the new one fails before.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table users rename column name to full_name;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[renamed-column]: renaming users.name to full_name breaks code that runs
      --> migration.sql:2:19
      2 | alter table users rename column name to full_name;
        |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: add the new name beside the old one, and drop the old one later

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Add a column of the new name, keep both in step by a trigger, move the code over, and drop the old one. That is
    what `fluxc build` makes of a rename in a table that says `large: true` or `online: true`.
    """
    if script.has_column(rename) and not script.late:
        message = f"renaming {rename.object} to {quote(rename.to)} breaks code that runs"
        yield Finding(message, "add the new name beside the old one, and drop the old one later")
