"""The rule `dropped-database`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import Drop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Drop)
def dropped_database(drop: Drop, script: Script) -> Iterator[Finding]:
    """A database or a schema goes.

    ## What it finds
    `drop database`, and `drop schema` of one that the file does not make itself.

    ## Why it is dangerous
    All that lies in it goes at once. A migration never needs to drop the database that it runs in, and cannot.

    ## Example
    ```sql migration.sql
    drop database shop;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[dropped-database]: dropping database shop deletes all that lies in it
      --> migration.sql:1:1
      1 | drop database shop;
        | ^^^^^^^^^^^^^^^^^^
      help: drop what lies in it piece by piece, and keep a copy

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Drop what lies in it piece by piece. Do the rest by hand, with a copy at hand.
    """
    if drop.kind == "database" or (drop.kind == "schema" and script.exists(drop.names[0])):
        message = f"dropping {drop.kind} {drop.object} deletes all that lies in it"
        yield Finding(message, "drop what lies in it piece by piece, and keep a copy")
