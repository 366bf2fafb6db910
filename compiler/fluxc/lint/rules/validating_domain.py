"""The rule `validating-domain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import ConstrainDomain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(Severity.WARNING, ConstrainDomain)
def validating_domain(domain: ConstrainDomain, script: Script) -> Iterator[Finding]:
    """A domain type gets a constraint and every table that uses it is read.

    ## What it finds
    `alter domain … add constraint` without `not valid`, and `alter domain … set not null`, of a domain type that
    the file does not make itself.

    ## Why it is dangerous
    All columns of the type, in all tables, are read while nobody can write to them.

    ## Example
    ```sql migration.sql
    alter domain email add constraint email_check check (value like '%@%');
    ```

    ```console
    $ fluxc lint migration.sql
    warning[validating-domain]: every table with a column of type email is read while nobody can write to it
      --> migration.sql:1:1
      1 | alter domain email add constraint email_check check (value like '%@%');
        | ^^^^^^^^^^^^^^^^^^
      help: add it `not valid`, and validate it later

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Add it `not valid`, and validate it later. Or write the check at the columns, where it can be done table by
    table.
    """
    if domain.valid and script.exists(domain.name):
        message = f"every table with a column of type {domain.object} is read while nobody can write to it"
        yield Finding(message, "add it `not valid`, and validate it later")
