"""The rule `unqualified-table`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import Drop
from fluxc.lint.sql.table_forms import AlterTable, CreateTable
from fluxc.lint.sql.work_forms import Write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(None, CreateTable, AlterTable, Drop, Write)
def unqualified_table(form: CreateTable | AlterTable | Drop | Write, script: Script) -> Iterator[Finding]:
    """A table is named without its schema.

    ## What it finds
    `create`, `alter` and `drop table`, `insert`, `update` and `delete` of a table without a schema; temporary ones
    are left alone.

    ## Why it is dangerous
    Which table is meant depends on the `search_path` of whoever runs the file. Off by default: most databases have
    one schema.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    unqualified-table = "warning"
    ```

    ```sql migration.sql
    set lock_timeout = '5s';
    alter table users add column nickname text;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[unqualified-table]: table users is named without its schema
      --> migration.sql:2:13
      2 | alter table users add column nickname text;
        |             ^^^^^
      help: write the schema before its name

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Write `public.users`.
    """
    names = form.names if isinstance(form, Drop) else (form.name,)
    if isinstance(form, Drop) and form.kind != "table":
        return
    for name in names:
        if len(name.parts) == 1 and not script.is_temporary(name) and not getattr(form, "temporary", False):
            yield Finding(f"table {name.sql} is named without its schema", "write the schema before its name")
