"""The rule `money-type`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.table_forms import ChangeType, NewColumn
from fluxc.model.column import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script

_MONEY: Final = ("money", "money[]")


@rule(Severity.WARNING, Column)
def money_type(column: Column, _schema: Schema) -> Iterator[Finding]:
    """A column's digits depend on a setting of the server.

    ## What it finds
    A column of type `money`, or of an array of it.

    ## Why it is dangerous
    Currency, digits behind the point and how values are written come from `lc_monetary`: the same bytes are another
    amount on a server that is set otherwise, and a dump cannot be loaded there.

    ## Example
    ```yaml schema/app.yaml
    tables:
      orders:
        columns:
          id: bigint primary key identity
          total: money
    ```

    ```console
    $ fluxc lint
    warning[money-type]: what app.orders.total holds depends on a setting of the server
      --> schema/app.yaml:5:14
      5 |       total: money
        |              ^^^^^
      help: write `numeric`

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `numeric`, with as many digits behind the point as the currency has, and a column that says which it is.
    """
    if column.type in _MONEY:
        yield Finding(f"what {column.sql} holds depends on a setting of the server", "write `numeric`", ("type",))


@money_type.in_sql(NewColumn, ChangeType)
def _in_sql(column: NewColumn | ChangeType, _script: Script) -> Iterator[Finding]:
    if column.type in _MONEY:
        yield Finding(f"what {column.object} holds depends on a setting of the server", "write `numeric`")
