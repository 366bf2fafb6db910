"""The rule `idle-policy`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.forms import PolicyForm
from fluxc.model.policy import Policy
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script


@rule(Severity.WARNING, Policy)
def idle_policy(policy: Policy, schema: Schema) -> Iterator[Finding]:
    """A policy does nothing.

    ## What it finds
    A policy of a table without row security.

    ## Why it is dangerous
    It reads as if rows were kept apart, and everybody sees them all.

    ## Example
    ```yaml schema/app.yaml
    tables:
      notes:
        columns:
          id: bigint primary key identity
          owner: text
        policies:
          own: owner = current_user
    ```

    ```console
    $ fluxc lint
    warning[idle-policy]: policy app.notes.own does nothing, for app.notes has no row security
      --> schema/app.yaml:7:7
      7 |       own: owner = current_user
        |       ^^^
      help: write `row_security: true` at the table

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `row_security: true`, in SQL `alter table … enable row level security`.
    """
    table = schema.state.get(Key(Table.kind, policy.place))
    if isinstance(table, Table) and not table.row_security:
        message = f"policy {policy.key.object} does nothing, for {table.sql} has no row security"
        yield Finding(message, "write `row_security: true` at the table")


@idle_policy.in_sql(PolicyForm)
def _in_sql(policy: PolicyForm, script: Script) -> Iterator[Finding]:
    enabled = any(item.word == "enable" for item in script.facts.security(policy.table))
    if policy.verb == "create" and script.facts.table(policy.table) and not enabled:
        message = f"policy {policy.label} does nothing, for {policy.table.sql} has no row security"
        yield Finding(message, "write `enable row level security`")
