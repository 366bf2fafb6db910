"""The rule `rewriting-type-change`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import ChangeType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, ChangeType)
def rewriting_type_change(change: ChangeType, script: Script) -> Iterator[Finding]:
    """A change of type may have the whole table written anew.

    ## What it finds
    `alter column … type` on a table that was there before. What only takes a limit away, a change to `text` or
    `varchar` without `using`, is left alone; in a migration of fluxc only what is known to rewrite is found.

    ## Why it is dangerous
    Unless the old values can stay as they are, every row and every index is written anew, under an ACCESS EXCLUSIVE
    lock, and what was known of the column's values is forgotten. Code that expects the old type may fail.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    alter table orders alter column total type numeric(12, 2);
    ```

    ```console
    $ fluxc lint migration.sql
    warning[rewriting-type-change]: the new type of orders.total may have all rows rewritten while everybody waits
      --> migration.sql:2:20
      2 | alter table orders alter column total type numeric(12, 2);
        |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: add a column of the new type beside it, or say why the change is free

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Add a column of the new type, write both, fill in old rows in batches, and change over. Free are a longer or
    unlimited `varchar`, `numeric` with more digits and the same scale, `cidr` to `inet`, more digits of seconds,
    and `timestamp` to `timestamptz` in a session whose time zone is UTC: say above the statement that it is one of
    these. Drop checks on the column first, and add them again `not valid`. Run `analyze` on the table afterwards.
    """
    if script.rewritten is not None:
        found = change.object in script.rewritten
    else:
        found = script.exists(change.table) and (bool(change.using) or change.type not in {"text", "character varying"})
    if found:
        message = f"the new type of {change.object} may have all rows rewritten while everybody waits"
        yield Finding(message, "add a column of the new type beside it, or say why the change is free")
