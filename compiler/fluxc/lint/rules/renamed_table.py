"""The rule `renamed-table`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import Rename
from fluxc.model.names import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Rename)
def renamed_table(rename: Rename, script: Script) -> Iterator[Finding]:
    """A table or a view gets another name.

    ## What it finds
    `rename to` and `set schema` of a table, a view or a materialized view that was there before.

    ## Why it is dangerous
    Code that runs knows the old name and fails from that moment on; code that knows the new one fails before.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table users rename to accounts;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[renamed-table]: moving table users to accounts breaks code that runs
      --> migration.sql:2:1
      2 | alter table users rename to accounts;
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: leave a view under the old name for as long as somebody uses it

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    In the transaction that renames, make a view under the old name: a plain one can be written through. Drop it
    once nobody uses the old name, and say so above the statement. `fluxc build` does it the other way round for a
    table that says `large: true` or `online: true`: a view has the new name until no code uses the old one.
    """
    if rename.kind in {"table", "view", "materialized view"} and script.exists(rename.name) and not script.late:
        message = f"moving {rename.kind} {rename.object} to {quote(rename.to)} breaks code that runs"
        yield Finding(message, "leave a view under the old name for as long as somebody uses it")
