"""The rule `enum-value-used-early`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Words)
def enum_value_used_early(words: Words, script: Script) -> Iterator[Finding]:
    """A new value of an enum is used in the transaction that adds it.

    ## What it finds
    `alter type … add value` in a transaction, and the value in a string of a later statement before it ends. A type
    that the same transaction makes is left alone.

    ## Why it is dangerous
    PostgreSQL refuses to use the value before the transaction is committed. The migration fails.

    ## Example
    ```sql migration.sql
    begin;
    alter type order_status add value 'returned';
    update orders set status = 'returned' where sent_back_at is not null;
    commit;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[enum-value-used-early]: the new value 'returned' of order_status cannot be used before its transaction ends
      --> migration.sql:3:1
      3 | update orders set status = 'returned' where sent_back_at is not null;
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: commit between the two

    ! Linted 4 statements: 1 warning
    ```

    ## Instead
    Commit between the two.
    """
    for added in script.values:
        quoted = "'" + added.value.replace("'", "''") + "'"
        if any(word.text == quoted for word in words.words) and script.exists(added.name):
            message = f"the new value {quoted} of {added.object} cannot be used before its transaction ends"
            yield Finding(message, "commit between the two")
