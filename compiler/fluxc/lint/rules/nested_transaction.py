"""The rule `nested-transaction`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.work_forms import Transaction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Transaction)
def nested_transaction(turn: Transaction, script: Script) -> Iterator[Finding]:
    """A transaction begins or ends where none can.

    ## What it finds
    `begin` inside a transaction, `commit` or `rollback` outside of one, and any of them in a file that is run
    `--in-transaction`.

    ## Why it is dangerous
    PostgreSQL warns and goes on. A `commit` in a file that its tool has put into a transaction ends that: what
    follows runs outside, and a failure there takes nothing back.

    ## Example
    ```sql migration.sql
    begin;
    begin;
    create table notes (id bigint primary key);
    commit;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[nested-transaction]: `begin` inside a transaction does nothing
      --> migration.sql:2:1
      2 | begin;
        | ^^^^^
      help: leave it out, or end the one before

    ! Linted 4 statements: 1 warning
    ```

    ## Instead
    Leave it out, and have either the file or its tool make the transaction.
    """
    if script.wrapped:
        yield Finding(f"`{turn.word}` inside the transaction of the tool that runs the file", "leave it out")
    elif turn.word == "begin" and script.begun is not None:
        yield Finding("`begin` inside a transaction does nothing", "leave it out, or end the one before")
    elif turn.word != "begin" and script.begun is None:
        yield Finding(f"`{turn.word}` outside a transaction does nothing", "leave it out, or write `begin` above")
