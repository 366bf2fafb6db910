"""The rule `table-past-policies`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.model.column import Column
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema


@rule(Severity.WARNING, Table)
def table_past_policies(table: Table, schema: Schema) -> Iterator[Finding]:
    """A table has no policies although others keep the same rows apart.

    ## What it finds
    A table without row security that has a column by which a policy of another table tells rows apart: a reference,
    by its name.

    ## Why it is dangerous
    What policies hide in one table can be read in the other.

    ## Example
    ```yaml schema/app.yaml
    tables:
      tenants:
        columns:
          id: bigint primary key identity
      notes:
        row_security: true
        columns:
          id: bigint primary key identity
          tenant_id: -> tenants
        policies:
          own: tenant_id = current_setting('app.tenant')::bigint
      files:
        columns:
          id: bigint primary key identity
          tenant_id: -> tenants
    ```

    ```console
    $ fluxc lint
    warning[table-past-policies]: app.files has tenant_id, by which app.notes.own parts rows, and no policy
      --> schema/app.yaml:12:3
      12 |   files:
         |   ^^^^^
      help: give it row security and a policy

    ! Linted 3 tables: 1 warning
    ```

    ## Instead
    Give it row security and a policy. Where its rows are for everybody, say so.
    """
    if table.row_security or table.partition_of:
        return
    for column in schema.inside(table, Column):
        policy = schema.tenants.get(column.name)
        if policy is not None:
            message = f"{table.sql} has {column.name}, by which {policy.key.object} parts rows, and no policy"
            yield Finding(message, "give it row security and a policy")
            return
