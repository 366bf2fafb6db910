"""The rule `row-security-not-forced`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.table_forms import RowSecurity
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script


@rule(None, Table)
def row_security_not_forced(table: Table, _schema: Schema) -> Iterator[Finding]:
    """Policies do not hold for the owner of a table.

    ## What it finds
    Row security that is not forced.

    ## Why it is dangerous
    An application that connects as the owner sees every row. Off by default: many have another role own the tables.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    row-security-not-forced = "warning"
    ```

    ```yaml schema/app.yaml
    tables:
      notes:
        row_security: true
        columns:
          id: bigint primary key identity
          owner: text
        policies:
          own: owner = current_user
    ```

    ```console
    $ fluxc lint
    warning[row-security-not-forced]: the owner of app.notes is above its policies
      --> schema/app.yaml:3:19
      3 |     row_security: true
        |                   ^^^^
      help: write `row_security: forced`

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `row_security: forced`, in SQL `alter table … force row level security`; or connect as another role.
    """
    if table.row_security and not table.row_security_forced:
        message = f"the owner of {table.sql} is above its policies"
        yield Finding(message, "write `row_security: forced`", ("row_security",))


@row_security_not_forced.in_sql(RowSecurity)
def _in_sql(security: RowSecurity, script: Script) -> Iterator[Finding]:
    said = script.facts.security(security.table)
    if security.word == "enable" and not any(item.word == "force" for item in said):
        message = f"the owner of {security.table.sql} is above its policies"
        yield Finding(message, "write `force row level security` as well")
