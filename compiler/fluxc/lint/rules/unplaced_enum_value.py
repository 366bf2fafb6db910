"""The rule `unplaced-enum-value`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import AddValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(None, AddValue)
def unplaced_enum_value(add: AddValue, _script: Script) -> Iterator[Finding]:
    """A value of an enum is added at the end, without a word that it belongs there.

    ## What it finds
    `alter type … add value` without `before` or `after`.

    ## Why it is dangerous
    Enums sort in the order of their values, and no value can be moved later. Off by default: the end is often
    right.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    unplaced-enum-value = "warning"
    ```

    ```sql migration.sql
    alter type order_status add value 'returned';
    ```

    ```console
    $ fluxc lint migration.sql
    warning[unplaced-enum-value]: 'returned' becomes the last value of order_status
      --> migration.sql:1:1
      1 | alter type order_status add value 'returned';
        | ^^^^^^^^^^^^^^^^^^^^^^^
      help: say `before` or `after` which value it comes

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Say `after` or `before` which value it comes.
    """
    if not add.placed:
        yield Finding(
            f"{add.value!r} becomes the last value of {add.object}", "say `before` or `after` which value it comes"
        )
