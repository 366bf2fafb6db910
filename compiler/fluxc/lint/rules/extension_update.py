"""The rule `extension-update`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.work_forms import UpdateExtension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, UpdateExtension)
def extension_update(update: UpdateExtension, _script: Script) -> Iterator[Finding]:
    """An extension is brought to another version.

    ## What it finds
    `alter extension … update`.

    ## Why it is dangerous
    Its functions, types and operators may behave otherwise or go, and no down takes it back. What depends on it may
    need new indexes.

    ## Example
    ```sql migration.sql
    alter extension postgis update;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[extension-update]: what postgis does may change with its version, and cannot be taken back
      --> migration.sql:1:1
      1 | alter extension postgis update;
        | ^^^^^^^^^^^^^^^^^^^^^^^
      help: try it on a copy, and say so above the statement

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Read what its new version changes, try it on a copy, and say so above the statement.
    """
    message = f"what {update.object} does may change with its version, and cannot be taken back"
    yield Finding(message, "try it on a copy, and say so above the statement")
