"""The rule `rewriting-vacuum`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.work_forms import Maintenance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Maintenance)
def rewriting_vacuum(maintenance: Maintenance, script: Script) -> Iterator[Finding]:
    """A table is written anew to make it smaller, while everybody waits.

    ## What it finds
    `vacuum full`, `cluster`.

    ## Why it is dangerous
    The table and all its indexes are copied under an ACCESS EXCLUSIVE lock.

    ## Example
    ```sql migration.sql
    vacuum full orders;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[rewriting-vacuum]: `vacuum full` copies orders while everybody waits
      --> migration.sql:1:1
      1 | vacuum full orders;
        | ^^^^^^^^^^^
      help: use plain `vacuum`, or a tool that repacks beside readers and writers

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    A plain `vacuum` gives room back to the table without a lock. To give it back to the disk use pg_repack or
    pg_squeeze, or `repack (concurrently)` from PostgreSQL 19 on.
    """
    if not maintenance.names or any(map(script.exists, maintenance.names)):
        what = maintenance.object or "every table"
        message = f"`{maintenance.word}` copies {what} while everybody waits"
        yield Finding(message, "use plain `vacuum`, or a tool that repacks beside readers and writers")
