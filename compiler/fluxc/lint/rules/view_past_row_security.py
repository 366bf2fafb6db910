"""The rule `view-past-row-security`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.forms import CreateView
from fluxc.model.mentions import mentioned
from fluxc.model.table import Table
from fluxc.model.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script


@rule(Severity.WARNING, View)
def view_past_row_security(view: View, schema: Schema) -> Iterator[Finding]:
    """A view shows rows that policies hide.

    ## What it finds
    A view without `security_invoker` over a table with row security.

    ## Why it is dangerous
    It reads as its owner, for whom policies mostly do not hold: whoever may read the view sees every row of the
    table.

    ## Example
    ```yaml schema/app.yaml
    tables:
      notes:
        row_security: true
        columns:
          id: bigint primary key identity
          owner: text
        policies:
          own: owner = current_user
    views:
      note_owners: select owner from app.notes
    ```

    ```console
    $ fluxc lint
    warning[view-past-row-security]: view app.note_owners reads app.notes as its owner, past its policies
      --> schema/app.yaml:10:3
      10 |   note_owners: select owner from app.notes
         |   ^^^^^^^^^^^
      help: write `security_invoker: true`

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `security_invoker: true`. Before PostgreSQL 15, which has no such option, put the condition into the view.
    """
    if view.invoked:
        return
    for key in sorted(mentioned(view.query, view.place[0], schema.state)):
        table = schema.state.get(key)
        if isinstance(table, Table) and table.row_security:
            message = f"view {view.sql} reads {table.sql} as its owner, past its policies"
            yield Finding(message, "write `security_invoker: true`")


@view_past_row_security.in_sql(CreateView)
def _in_sql(view: CreateView, script: Script) -> Iterator[Finding]:
    if view.materialized or view.invoker:
        return
    for source in view.sources:
        if any(item.word == "enable" for item in script.facts.security(source)):
            message = f"view {view.object} reads {source.sql} as its owner, past its policies"
            yield Finding(message, "write `with (security_invoker = true)`")
