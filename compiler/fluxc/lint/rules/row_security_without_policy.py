"""The rule `row-security-without-policy`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.table_forms import RowSecurity
from fluxc.model.policy import Policy
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script


@rule(Severity.WARNING, Table)
def row_security_without_policy(table: Table, schema: Schema) -> Iterator[Finding]:
    """A table hides all of its rows.

    ## What it finds
    Row security on a table that has no policy.

    ## Why it is dangerous
    Without a policy nobody but the owner and who is above row security sees a row, or can write one. In tests, run
    by the owner, all is well.

    ## Example
    ```yaml schema/app.yaml
    tables:
      notes:
        row_security: true
        columns:
          id: bigint primary key identity
    ```

    ```console
    $ fluxc lint
    warning[row-security-without-policy]: row security hides every row of app.notes
      --> schema/app.yaml:3:19
      3 |     row_security: true
        |                   ^^^^
      help: write a policy

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write a policy, or switch row security off. Where the table is for its owner alone, say so.
    """
    if table.row_security and not table.partition_of and not schema.inside(table, Policy):
        yield Finding(f"row security hides every row of {table.sql}", "write a policy", ("row_security",))


@row_security_without_policy.in_sql(RowSecurity)
def _in_sql(security: RowSecurity, script: Script) -> Iterator[Finding]:
    made = script.facts.table(security.table)
    if security.word == "enable" and made and not made.partition_of and not script.facts.policies(security.table):
        yield Finding(f"row security hides every row of {security.table.sql}", "write a policy")
