"""The rule `blocking-refresh`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.work_forms import Refresh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Refresh)
def blocking_refresh(refresh: Refresh, script: Script) -> Iterator[Finding]:
    """A materialized view is computed anew while nobody can read it.

    ## What it finds
    `refresh materialized view` without `concurrently`, unless it is `with no data` or the file makes the view
    itself.

    ## Why it is dangerous
    Readers wait for as long as its query takes.

    ## Example
    ```sql migration.sql
    refresh materialized view order_totals;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[blocking-refresh]: nobody can read order_totals while it is computed
      --> migration.sql:1:1
      1 | refresh materialized view order_totals;
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: refresh it `concurrently`, which needs a unique index

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Give it a unique index on plain columns, and refresh it `concurrently`.
    """
    if refresh.reads and not refresh.concurrently and script.exists(refresh.name):
        message = f"nobody can read {refresh.object} while it is computed"
        yield Finding(message, "refresh it `concurrently`, which needs a unique index")
