"""The rule `cascading-drop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import Drop
from fluxc.lint.sql.table_forms import DropColumn, DropConstraint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Drop, DropColumn, DropConstraint)
def cascading_drop(drop: Drop | DropColumn | DropConstraint, script: Script) -> Iterator[Finding]:
    """Something goes with all that depends on it, unnamed.

    ## What it finds
    `drop … cascade` of something that the file does not make itself, in `alter table` as well.

    ## Why it is dangerous
    Views, foreign keys, functions and columns of other tables go without being named. What they are depends on the
    database: on the one for tests it may be nothing.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    drop type order_status cascade;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[cascading-drop]: all that depends on order_status goes with it, unnamed
      --> migration.sql:2:1
      2 | drop type order_status cascade;
        | ^^^^^^^^^^^^^^^^^^^^^^
      help: drop by name what depends on it

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Drop what depends on it by name first, then leave `cascade` out.
    """
    made = isinstance(drop, Drop) and not any(map(script.exists, drop.names))
    if drop.cascade and not made and (isinstance(drop, Drop) or script.exists(drop.table)):
        yield Finding(f"all that depends on {drop.object} goes with it, unnamed", "drop by name what depends on it")
