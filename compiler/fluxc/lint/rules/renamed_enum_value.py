"""The rule `renamed-enum-value`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import RenameValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, RenameValue)
def renamed_enum_value(rename: RenameValue, _script: Script) -> Iterator[Finding]:
    """A value of an enum gets another name.

    ## What it finds
    `alter type … rename value`.

    ## Why it is dangerous
    Rows change at once in what they say. Code that compares with the old value, or writes it, fails or goes wrong.

    ## Example
    ```sql migration.sql
    alter type order_status rename value 'sent' to 'shipped';
    ```

    ```console
    $ fluxc lint migration.sql
    warning[renamed-enum-value]: renaming the value 'sent' of order_status breaks code that knows it
      --> migration.sql:1:1
      1 | alter type order_status rename value 'sent' to 'shipped';
        | ^^^^^^^^^^^^^^^^^^^^^^^
      help: add the new value beside the old one, and update rows in batches

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Add the new value, have code understand both, update rows in batches, and stop to use the old one.
    """
    message = f"renaming the value {rename.value!r} of {rename.object} breaks code that knows it"
    yield Finding(message, "add the new value beside the old one, and update rows in batches")
