"""The rule `fragile-statement`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import AddValue, CreateIndex, CreateView, Drop
from fluxc.lint.sql.table_forms import CreateTable, DropColumn, DropConstraint, NewColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(None, CreateTable, CreateIndex, Drop, NewColumn, DropColumn, DropConstraint, CreateView, AddValue)
def fragile_statement(
    form: CreateTable | CreateIndex | Drop | NewColumn | DropColumn | DropConstraint | CreateView | AddValue,
    script: Script,
) -> Iterator[Finding]:
    """A statement fails when the file is run again.

    ## What it finds
    `create`, `drop` and `alter table … add` or `drop` outside a transaction without `if exists` or `if not exists`,
    in a file of several statements, where PostgreSQL has these words for it.

    ## Why it is dangerous
    What stands before the place where the file failed is done already. Run again, the file fails at its first
    statement. Off by default: many tools run a file in a transaction. Those that do not should have this rule on.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    fragile-statement = "warning"
    ```

    ```sql migration.sql
    set lock_timeout = '5s';
    create table notes (id bigint primary key);
    alter table notes add column body text;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[fragile-statement]: run again after a failure, this fails, for notes has changed already
      --> migration.sql:2:14
      2 | create table notes (id bigint primary key);
        |              ^^^^^
      help: put it into a transaction, or guard it by `if exists` or `if not exists`

    warning[fragile-statement]: run again after a failure, this fails, for notes.body has changed already
      --> migration.sql:3:30
      3 | alter table notes add column body text;
        |                              ^^^^^^^^^
      help: put it into a transaction, or guard it by `if exists` or `if not exists`

    ! Linted 3 statements: 2 warnings
    ```

    ## Instead
    Put the statements into a transaction, or write `if not exists` and `if exists`. An index build that failed
    leaves an invalid index, which `if not exists` takes for a good one: drop it first.
    """
    if script.in_transaction or script.alone:
        return
    if (
        form.guarded
        or (isinstance(form, NewColumn) and not form.added)
        or (isinstance(form, CreateIndex) and not form.label)
    ):
        return
    if not getattr(form, "temporary", False):
        message = f"run again after a failure, this fails, for {form.object} has changed already"
        yield Finding(message, "put it into a transaction, or guard it by `if exists` or `if not exists`")
