"""The rule `renamed-schema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import Rename
from fluxc.model.names import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Rename)
def renamed_schema(rename: Rename, script: Script) -> Iterator[Finding]:
    """A schema gets another name.

    ## What it finds
    `alter schema … rename to`.

    ## Why it is dangerous
    Every qualified name and every search path that mentions it is wrong from that moment on, in functions as well.

    ## Example
    ```sql migration.sql
    alter schema billing rename to payments;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[renamed-schema]: renaming schema billing to payments breaks every name that mentions it
      --> migration.sql:1:1
      1 | alter schema billing rename to payments;
        | ^^^^^^^^^^^^^^^^^^^^
      help: make a new schema, and move what lies in it piece by piece

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Make the new schema, move objects one by one and leave views behind, and drop the old schema when it is empty.
    """
    if rename.kind == "schema" and script.exists(rename.name):
        message = f"renaming schema {rename.object} to {quote(rename.to)} breaks every name that mentions it"
        yield Finding(message, "make a new schema, and move what lies in it piece by piece")
