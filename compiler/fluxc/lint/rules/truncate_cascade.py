"""The rule `truncate-cascade`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.work_forms import Truncate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, Truncate)
def truncate_cascade(truncate: Truncate, _script: Script) -> Iterator[Finding]:
    """Tables are emptied that nobody named.

    ## What it finds
    `truncate … cascade`.

    ## Why it is dangerous
    Every table with a foreign key to one that is named is emptied too, and so on.

    ## Example
    ```sql migration.sql
    set lock_timeout = '5s';
    truncate users cascade;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[truncate-cascade]: every table that refers to users is emptied as well, unnamed
      --> migration.sql:2:1
      2 | truncate users cascade;
        | ^^^^^^^^^^^^^^
      help: name all tables that are meant

    ! Linted 2 statements: 1 warning
    ```

    ## Instead
    Name all tables that are meant, and leave `cascade` out: PostgreSQL then tells which is missing.
    """
    if truncate.cascade:
        message = f"every table that refers to {truncate.object} is emptied as well, unnamed"
        yield Finding(message, "name all tables that are meant")
