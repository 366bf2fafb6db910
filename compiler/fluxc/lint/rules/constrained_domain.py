"""The rule `constrained-domain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import CreateDomain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(None, CreateDomain)
def constrained_domain(domain: CreateDomain, _script: Script) -> Iterator[Finding]:
    """A domain type has a constraint.

    ## What it finds
    `create domain` with a check or `not null`.

    ## Why it is dangerous
    A later change of the constraint looks at all columns of the type in all tables at once. Off by default:
    for what never changes, such as a format, a domain says it once.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    constrained-domain = "warning"
    ```

    ```sql migration.sql
    create domain email as text check (value like '%@%');
    ```

    ```console
    $ fluxc lint migration.sql
    warning[constrained-domain]: the constraint of domain type email holds in all its tables at once
      --> migration.sql:1:1
      1 | create domain email as text check (value like '%@%');
        | ^^^^^^^^^^^^^^^^^^^
      help: put it on the columns

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Write the check at the columns that need it.
    """
    if domain.constrained:
        yield Finding(
            f"the constraint of domain type {domain.object} holds in all its tables at once", "put it on the columns"
        )
