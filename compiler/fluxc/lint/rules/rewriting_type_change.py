"""The rule `rewriting-type-change`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.table_forms import ChangeType
from fluxc.model.types import builtin, take_apart
from fluxc.plan.casts import free_in_utc, rewrites

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, ChangeType)
def rewriting_type_change(change: ChangeType, script: Script) -> Iterator[Finding]:
    """A change of type may have the whole table written anew.

    ## What it finds
    `alter column … type` on a table that was there before, where the change is not known to be free. In a project the
    old type is taken from its migrations, and a table that was measured on every version of PostgreSQL tells of both.
    Elsewhere only a change to `text` or `varchar` without `using`, which takes a limit away, is left alone.

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
    old = _known(change, script)
    if script.rewritten is not None:
        found = change.object in script.rewritten
    elif not script.exists(change.table):
        found = False
    elif old is not None:
        found = rewrites(old, change.type) and not (script.is_in_utc() and free_in_utc(old, change.type))
    else:
        found = bool(change.using) or change.type not in {"text", "character varying"}
    if found and old is not None:
        message = f"{change.object} changes from {old} to {change.type}: all rows are rewritten while everybody waits"
        yield Finding(message, "add a column of the new type beside it, fill it in batches, and change over")
    elif found:
        message = f"the new type of {change.object} may have all rows rewritten while everybody waits"
        yield Finding(message, "add a column of the new type beside it, or say why the change is free")


def _known(change: ChangeType, script: Script) -> str | None:
    """Return the old type where it and the new one tell all: both are built in, and nothing else decides."""
    if change.using or change.collated or script.rewritten is not None:
        return None
    old = script.type_of(change)
    return old if old is not None and _is_builtin(old) and _is_builtin(change.type) else None


def _is_builtin(text: str) -> bool:
    parts = take_apart(text)
    return parts is not None and builtin(parts) is not None
