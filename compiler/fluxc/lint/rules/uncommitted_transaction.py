"""The rule `uncommitted-transaction`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.work_forms import Transaction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.ERROR, Transaction)
def uncommitted_transaction(turn: Transaction, script: Script) -> Iterator[Finding]:
    """A transaction that a file begins does not end.

    ## What it finds
    `begin` without `commit` or `rollback` up to the end of the file.

    ## Why it is dangerous
    When the file is done the connection closes, and PostgreSQL takes everything back without a word of failure.

    ## Example
    ```sql migration.sql
    begin;
    create table notes (id bigint primary key);
    ```

    ```console
    $ fluxc lint migration.sql
    error[uncommitted-transaction]: this transaction does not end, so nothing of it stays
      --> migration.sql:1:1
      1 | begin;
        | ^^^^^
      help: write `commit;` at the end

    ✗ Linted 2 statements: 1 error
    ```

    ## Instead
    Write `commit;` at the end.
    """
    if script.facts.unended is turn:
        yield Finding("this transaction does not end, so nothing of it stays", "write `commit;` at the end")
