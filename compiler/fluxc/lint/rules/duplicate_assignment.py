"""The rule `duplicate-assignment`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import CreateTable
from fluxc.lint.sql.work_forms import Write
from fluxc.model.names import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.ERROR, CreateTable, Write)
def duplicate_assignment(form: CreateTable | Write, script: Script) -> Iterator[Finding]:
    """A column is named twice where it can be only once.

    ## What it finds
    A column that stands twice in a `create table`, in the list of an `insert`, or behind `set` of an `update`.

    ## Why it is dangerous
    PostgreSQL refuses the statement.

    ## Example
    ```sql migration.sql
    update users set name = 'a', email = 'b', name = 'c' where id = 1;
    ```

    ```console
    $ fluxc lint migration.sql
    error[duplicate-assignment]: column name is named twice
      --> migration.sql:1:1
      1 | update users set name = 'a', email = 'b', name = 'c' where id = 1;
        | ^^^^^^^^^^^^
      help: take one of the two out

    ✗ Linted 1 statement: 1 error
    ```

    ## Instead
    Take one of them out.
    """
    del script
    if isinstance(form, CreateTable):
        twice = form.clashing
    else:
        named = [column.last for column in form.columns]
        twice = next((name for at, name in enumerate(named) if name in named[:at]), None)
    if twice is not None:
        yield Finding(f"column {quote(twice)} is named twice", "take one of the two out")
